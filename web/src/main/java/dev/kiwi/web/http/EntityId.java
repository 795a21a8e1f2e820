package dev.kiwi.web.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An id in a path or body: 24 lower-case hex digits; anything else is 422 (platform.md 0.1). */
@Pattern(regexp = "[0-9a-f]{24}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface EntityId {
    String message() default "must be 24 lower-case hex digits";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
