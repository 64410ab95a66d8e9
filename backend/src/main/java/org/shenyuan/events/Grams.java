package org.shenyuan.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Whole grams, more than nothing and at most a million tonnes: ten thousand such portions
 * still add up in a {@code long}.
 */
@Documented
@Min(1)
@Max(Grams.MOST)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
public @interface Grams {

	long MOST = 1_000_000_000_000L;

	/** The least that makes sense: 0 for a loss that may be nothing. */
	@OverridesAttribute(constraint = Min.class, name = "value")
	long least() default 1;

	String message() default "grams";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
