package org.shenyuan.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Refusal;
import org.springframework.util.ReflectionUtils;

/**
 * Where in a form somebody typed what a refusal is about. The ledger says {@code lot} of
 * every lot, whatever the field was called in which its number was typed.
 *
 * @param id of the element, {@code field} the component of the form that it is in
 */
record Spot(String id, RecordComponent field) {

	private static final Set<String> GENERAL = Set.of("lot", "party");

	/** Nothing when the form has no such place. */
	static Optional<Spot> of(Refusal refusal, Record form) {
		String root = root(refusal);
		List<RecordComponent> fields = List.of(form.getClass().getRecordComponents());
		Optional<RecordComponent> named = fields.stream().filter((field) -> field.getName().equals(root)).findFirst();
		boolean exact = !GENERAL.contains(root) && named.filter((field) -> field.getType() != List.class).isPresent();
		Optional<Spot> typed = exact ? Optional.empty()
				: Stream.of("lot", "id", "party")
					.flatMap((name) -> Stream.ofNullable(refusal.values().get(name)))
					.findFirst()
					.flatMap((number) -> fields.stream()
						.flatMap((field) -> holding(number.toString(), field, form).stream())
						.findFirst());
		return typed.or(() -> named.map((field) -> new Spot(field.getName(), field)));
	}

	/** {@code inputs[2].grams} is about {@code inputs}. */
	static String root(Refusal refusal) {
		return (refusal.field() != null) ? refusal.field().split("[.\\[]", 2)[0] : "";
	}

	private static Optional<Spot> holding(String number, RecordComponent field, Record form) {
		return switch (value(field, form)) {
			case String typed when isOf(number, typed) -> Optional.of(new Spot(field.getName(), field));
			case List<?> rows -> IntStream.range(0, rows.size())
				.filter((i) -> rows.get(i) instanceof LotRow row && row.lot() != null && isOf(number, row.lot()))
				.mapToObj((i) -> new Spot(field.getName() + '-' + i, field))
				.findFirst();
			case null, default -> Optional.empty();
		};
	}

	/** Typed as it is, or begun so: the lots of a shipment carry its number. */
	private static boolean isOf(String number, String typed) {
		String clean = typed.strip();
		return !clean.isEmpty() && (number.equalsIgnoreCase(clean)
				|| number.regionMatches(true, 0, clean + '-', 0, clean.length() + 1));
	}

	private static @Nullable Object value(RecordComponent field, Record form) {
		ReflectionUtils.makeAccessible(field.getAccessor());
		return ReflectionUtils.invokeMethod(field.getAccessor(), form);
	}

	/** By name alone, for whoever has no form at hand. */
	static Optional<Spot> of(Refusal refusal, Class<? extends Record> form) {
		return Arrays.stream(form.getRecordComponents())
			.filter((field) -> field.getName().equals(root(refusal)))
			.map((field) -> new Spot(field.getName(), field))
			.findFirst();
	}

}
