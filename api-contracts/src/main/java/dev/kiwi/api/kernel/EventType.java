package dev.kiwi.api.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The stable name and revision under which a record is stored. The Java class may be renamed or moved; this pair may
 * not. A changed shape takes the next revision and an upcaster from the one before.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {
    /** {@code <context>.<PastTenseName>}, for example {@code token.TokenMinted}. */
    String name();

    /** Whole number as text, starting at {@code 1}. */
    String revision() default "1";
}
