package org.shenyuan.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Words for people: not blank, not endless, and nothing in them that a reader cannot see.
 * Controls, direction overrides (which let a text read as another one) and broken
 * surrogates are refused rather than silently removed.
 */
@Documented
@Constraint(validatedBy = Text.Legible.class)
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT,
		ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {

	/** In UTF-16 units. */
	int max() default 80;

	String message() default "text";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Decides. */
	final class Legible implements ConstraintValidator<Text, String> {

		private int max;

		@Override
		public void initialize(Text constraint) {
			this.max = constraint.max();
		}

		@Override
		public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
			return value == null || isLegible(value, this.max);
		}

		/** The same for a text that no constraint watches. */
		public static boolean isLegible(String text, int most) {
			return !text.isBlank() && text.length() <= most && text.codePoints().allMatch(Legible::visible);
		}

		private static boolean visible(int codePoint) {
			return switch (Character.getType(codePoint)) {
				case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE,
						Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.FORMAT ->
					false;
				// What a decoder puts where it could not read: the text is no longer what
				// was
				// meant.
				default -> codePoint != 0xFFFD;
			};
		}

	}

}
