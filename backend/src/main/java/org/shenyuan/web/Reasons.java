package org.shenyuan.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
		Map<String, RecordComponent> fields = Arrays.stream(form.getRecordComponents())
			.collect(Collectors.toMap(RecordComponent::getName, Function.identity()));
		return new Reasons(refused.refusals()
			.stream()
			.map((refusal) -> reason(refusal, fields.get(root(refusal)), sentences))
			.toList());
	}

	private static Reason reason(Refusal refusal, @Nullable RecordComponent field, Sentences sentences) {
		Label label = (field != null) ? field.getAnnotation(Label.class) : null;
		boolean needsName = refusal.key().startsWith("field.") || refusal.key().startsWith("form.");
		return new Reason((field != null) ? field.getName() : null,
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

	/** {@code inputs[2].grams} is shown beside {@code inputs}. */
	private static String root(Refusal refusal) {
		return (refusal.field() != null) ? refusal.field().split("[.\\[]", 2)[0] : "";
	}

}
