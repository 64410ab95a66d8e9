package org.shenyuan.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
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
	 */
	public record Reason(@Nullable String field, String sentence, Refusal refusal) {
	}

	/**
	 * @param form a record whose components are the fields of the form
	 */
	public static Reasons of(Refused refused, Sentences sentences, Class<? extends Record> form) {
		Set<String> fields = Arrays.stream(form.getRecordComponents())
			.map((field) -> field.getName())
			.collect(Collectors.toSet());
		return new Reasons(refused.refusals()
			.stream()
			.map((refusal) -> new Reason(fields.contains(root(refusal)) ? root(refusal) : null, sentences.say(refusal),
					refusal))
			.toList());
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

	/** {@code inputs[2].grams} is shown beside {@code inputs}. */
	private static String root(Refusal refusal) {
		return (refusal.field() != null) ? refusal.field().split("[.\\[]", 2)[0] : "";
	}

}
