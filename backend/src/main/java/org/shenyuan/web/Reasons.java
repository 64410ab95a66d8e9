package org.shenyuan.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;

/** Why a form was not recorded: all together for its top, and beside each field. */
public final class Reasons {

	private final List<Reason> all;

	private Reasons(List<Reason> all) {
		this.all = all;
	}

	/**
	 * One reason.
	 *
	 * @param field of the form, or null when it is about none of them
	 * @param name of the field, when the sentence makes no sense without it
	 */
	public record Reason(@Nullable String field, @Nullable String name, String sentence, Refusal refusal) {
	}

	/**
	 * @param form a record whose components are the fields of the form
	 */
	public static Reasons of(Refused refused, Sentences sentences, Class<? extends Record> form) {
		return of(refused, sentences, (refusal) -> Spot.of(refusal, form));
	}

	/**
	 * @param form as it was typed, so that what is said of a lot stands where its number
	 * was typed
	 */
	public static Reasons of(Refused refused, Sentences sentences, Record form) {
		return of(refused, sentences, (refusal) -> Spot.of(refusal, form));
	}

	private static Reasons of(Refused refused, Sentences sentences, Function<Refusal, Optional<Spot>> spots) {
		return new Reasons(refused.refusals()
			.stream()
			.map((refusal) -> reason(refusal, spots.apply(refusal).orElse(null), sentences))
			.toList());
	}

	private static Reason reason(Refusal refusal, @Nullable Spot spot, Sentences sentences) {
		Label label = (spot != null) ? spot.field().getAnnotation(Label.class) : null;
		boolean needsName = refusal.key().startsWith("field.") || refusal.key().startsWith("form.");
		return new Reason((spot != null) ? spot.id() : null,
				(label != null && needsName) ? sentences.word(label.value()) : null, sentences.say(refusal), refusal);
	}

	public List<Reason> getAll() {
		return this.all;
	}

	/** What to say beside a field, or null. */
	public @Nullable String beside(String field) {
		return join(this.all.stream().filter((reason) -> field.equals(reason.field())).toList());
	}

	/** What to say beside a row of a table that is about this lot, or null. */
	public @Nullable String about(@Nullable String lot) {
		return (lot == null || lot.isBlank()) ? null : join(
				this.all.stream().filter((reason) -> reason.refusal().values().containsValue(lot.strip())).toList());
	}

	private static @Nullable String join(List<Reason> reasons) {
		return reasons.isEmpty() ? null
				: reasons.stream().map(Reason::sentence).distinct().collect(Collectors.joining(" "));
	}

}
