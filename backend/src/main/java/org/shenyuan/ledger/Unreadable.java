package org.shenyuan.ledger;

import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with JSON that could not be read, without the reader's internals. */
public final class Unreadable {

	private Unreadable() {
	}

	public static Refusal refusal(JacksonException ex) {
		String field = ex.getPath().isEmpty() ? null : path(ex.getPath());
		return switch (ex) {
			case UnrecognizedPropertyException unknown ->
				Refusal.of("json.unknown", field, "field", unknown.getPropertyName());
			case InvalidTypeIdException kind ->
				Refusal.of("json.type", "type", "given", String.valueOf(kind.getTypeId()));
			case InvalidFormatException format ->
				Refusal.of("json.value", field, "given", shortened(format.getValue()));
			case MismatchedInputException mismatch -> Refusal.of("json.shape", field);
			// A number that no long holds.
			case InputCoercionException number -> Refusal.of("json.shape", field);
			default -> Refusal.of("json.syntax", null, "line", Math.max(1, line(ex)));
		};
	}

	private static int line(JacksonException ex) {
		return (ex.getLocation() != null) ? ex.getLocation().getLineNr() : 1;
	}

	private static String shortened(Object value) {
		String text = String.valueOf(value).replaceAll("\\p{C}", "\uFFFD");
		return (text.length() > 40) ? text.substring(0, 40) + "…" : text;
	}

	private static String path(List<JacksonException.Reference> path) {
		return path.stream()
			.map((step) -> (step.getPropertyName() != null) ? step.getPropertyName() : "[" + step.getIndex() + "]")
			.collect(Collectors.joining("."))
			.replace(".[", "[");
	}

}
