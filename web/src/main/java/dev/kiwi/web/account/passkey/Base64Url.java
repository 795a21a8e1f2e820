package dev.kiwi.web.account.passkey;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Bytes as browsers write them in JSON: base64url without padding, at least one byte. */
@Pattern(regexp = "(?=.)(?:[A-Za-z0-9_-]{4})*+(?:[A-Za-z0-9_-]{2,3})?")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Base64Url {
    String message() default "must be base64url without padding";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
