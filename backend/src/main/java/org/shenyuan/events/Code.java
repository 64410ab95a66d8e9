package org.shenyuan.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/**
 * A number that stands on paper: 2 to 20 of A–Z, 0–9 and inner hyphens, so that it fits a
 * GS1 batch or lot number, application identifier (10), and is read aloud without doubt.
 */
@Documented
@Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,18}[A-Z0-9]")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT,
		ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Code {

	String message() default "code";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
