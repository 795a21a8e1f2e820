package dev.kiwi.web.token;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A token lives 30, 60 or 90 days, or for ever (null). */
@Constraint(validatedBy = OfferedLifetime.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@interface OfferedLifetime {
    String message() default "must be 30, 60, 90 or null";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<OfferedLifetime, JsonNode> {
        private static final Set<Integer> OFFERED = Set.of(30, 60, 90);

        @Override
        public boolean isValid(@Nullable JsonNode days, ConstraintValidatorContext context) {
            return days == null || days.isNull() || (days.isInt() && OFFERED.contains(days.intValue()));
        }
    }
}
