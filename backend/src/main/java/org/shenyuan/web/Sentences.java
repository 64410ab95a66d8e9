package org.shenyuan.web;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.shenyuan.ledger.Mass;
import org.shenyuan.ledger.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a refusal in the reader's language, with its numbers. */
@Component("sentences")
public class Sentences {

	private final MessageSource messages;

	Sentences(MessageSource messages) {
		this.messages = messages;
	}

	/** In the language of the request. */
	public String say(Refusal refusal) {
		return say(refusal, LocaleContextHolder.getLocale());
	}

	public String say(Refusal refusal, Locale locale) {
		return say("refusal.", refusal, locale);
	}

	/** What a rule compared, whatever came of it. */
	public String check(Refusal found, Locale locale) {
		return say("check.", found, locale);
	}

	private String say(String prefix, Refusal refusal, Locale locale) {
		Object[] values = refusal.values().values().stream().map((value) -> readable(value, locale)).toArray();
		return Objects.requireNonNull(this.messages.getMessage(prefix + refusal.key(), values, refusal.key(), locale));
	}

	/** A message without values. */
	String word(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

	/** Kilograms, for templates. */
	public String kilograms(long grams) {
		return new Mass(grams).kilograms(LocaleContextHolder.getLocale());
	}

	private Object readable(Object value, Locale locale) {
		return switch (value) {
			case Mass mass -> mass.kilograms(locale);
			case Enum<?> word -> Objects.requireNonNull(this.messages
				.getMessage(word.getDeclaringClass().getSimpleName() + "." + word.name(), null, word.name(), locale));
			case Collection<?> many ->
				many.stream().map((one) -> readable(one, locale).toString()).collect(Collectors.joining(", "));
			default -> value;
		};
	}

}
