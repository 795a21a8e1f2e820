package dev.kiwi.web.gate;

import dev.kiwi.api.kernel.Projection;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The projections that a read depends on; a request with {@code Kiwi-Min-Position} waits for each of them. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ReadsFrom {
    Projection[] value();
}
