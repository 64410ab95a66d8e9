package org.shenyuan.ledger;

import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.shenyuan.events.Grams;
import org.shenyuan.events.Text;
import org.shenyuan.events.TraceEvent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Component;

/** What can be said of an event by looking at it alone: every field, at once. */
@Component
final class FieldChecks {

	private final Validator validator;

	FieldChecks(Validator validator) {
		this.validator = validator;
	}

	List<Refusal> check(TraceEvent event) {
		return this.validator.validate(event)
			.stream()
			.map(FieldChecks::refusal)
			.sorted(Comparator.comparing((refusal) -> refusal.field() + refusal.key()))
			.toList();
	}

	private static Refusal refusal(ConstraintViolation<TraceEvent> violation) {
		String field = violation.getPropertyPath().toString();
		Annotation rule = violation.getConstraintDescriptor().getAnnotation();
		String given = shortened(violation.getInvalidValue());
		return switch (rule) {
			case NotNull missing -> Refusal.of("field.notMissing", field);
			case Grams grams ->
				Refusal.of("field.grams", field, "least", grams.least(), "most", Grams.MOST, "given", given);
			case Text text -> Refusal.of("field.text", field, "most", text.max(), "given", given);
			case Size size -> Refusal.of("field.size", field, "least", size.min(), "most", size.max());
			case Min min -> Refusal.of("field.min", field, "least", min.value(), "given", given);
			case Max max -> Refusal.of("field.max", field, "most", max.value(), "given", given);
			default -> Refusal.of("field." + name(rule), field, "given", given);
		};
	}

	private static String name(Annotation rule) {
		String name = rule.annotationType().getSimpleName();
		return Character.toLowerCase(name.charAt(0)) + name.substring(1);
	}

	/** Enough to recognise it by, with nothing in it that a reader cannot see. */
	private static String shortened(Object value) {
		String text = String.valueOf(value);
		String clean = text.substring(0, Math.min(40, text.length()))
			.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{Sm} ]", "\uFFFD");
		return (text.length() > 40) ? clean + "…" : clean;
	}

}
