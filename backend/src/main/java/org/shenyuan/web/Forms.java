package org.shenyuan.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import org.shenyuan.ledger.Refused;
import org.shenyuan.vocabulary.Terms;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What every form needs: an id made when it is shown, so that sending it twice records it
 * once; the time on the reader's clock; and a number to suggest.
 */
@Component
public class Forms {

	private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

	private final Clock clock;

	private final ZoneId zone;

	private final Sentences sentences;

	private final Terms terms;

	Forms(Clock clock, @Value("${shenyuan.zone}") ZoneId zone, Sentences sentences, Terms terms) {
		this.clock = clock;
		this.zone = zone;
		this.sentences = sentences;
		this.terms = terms;
	}

	/** The words of a list to choose from, in the reader's language. */
	public List<Choice> words(String scheme) {
		return this.terms.of(scheme)
			.stream()
			.map((term) -> new Choice(term.code(), this.terms.word(scheme, term.code())))
			.toList();
	}

	/** For the hidden field of a new form. */
	public String id() {
		return this.ids.generate().toString();
	}

	/** The day on the reader's clock. */
	public LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.zone);
	}

	/** For a field of date and time: now, to the minute. */
	public String now() {
		return LocalDateTime.ofInstant(this.clock.instant(), this.zone).truncatedTo(ChronoUnit.MINUTES).toString();
	}

	/** For a field of date and time: another moment, on the reader's clock. */
	public String local(OffsetDateTime moment) {
		return moment.atZoneSameInstant(this.zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
	}

	/** For a hidden field of date and time: now, to the second. */
	public String moment() {
		return LocalDateTime.ofInstant(this.clock.instant(), this.zone).truncatedTo(ChronoUnit.SECONDS).toString();
	}

	/** For example {@code F-261002-9C4E}: the day, and the end of a random id. */
	public String number(String letter) {
		String random = UUID.randomUUID().toString();
		return String.format(Locale.ROOT, "%s-%s-%s", letter,
				DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT)
					.format(LocalDateTime.ofInstant(this.clock.instant(), this.zone)),
				random.substring(random.length() - 4).toUpperCase(Locale.ROOT));
	}

	/** Reads what was typed. */
	public Entered entered() {
		return new Entered(this.zone);
	}

	/**
	 * The same page again, with what is wrong.
	 * @param form a record whose components are the fields of the form
	 */
	public ModelAndView again(String view, Refused refused, Class<? extends Record> form) {
		return again(view, Reasons.of(refused, this.sentences, form));
	}

	/** The same for a form that takes from lots or gives some, as it was typed. */
	public ModelAndView again(String view, Refused refused, Record form) {
		return again(view, Reasons.of(refused, this.sentences, form));
	}

	private static ModelAndView again(String view, Reasons reasons) {
		ModelAndView page = new ModelAndView(view, HttpStatus.UNPROCESSABLE_CONTENT);
		page.addObject("reasons", reasons);
		return page;
	}

	/**
	 * On to the page that shows what was recorded.
	 * @param key names the sentence: {@code done.<key>}
	 */
	public ModelAndView done(RedirectAttributes flash, String key, String address) {
		flash.addFlashAttribute("done", key);
		return new ModelAndView("redirect:" + address);
	}

}
