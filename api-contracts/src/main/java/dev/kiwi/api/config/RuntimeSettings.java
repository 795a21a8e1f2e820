package dev.kiwi.api.config;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The settings in force. Ask once, at construction, and keep what you get: it always gives the current value, at the
 * price of a volatile read.
 *
 * <p>Each of the four throws {@link IllegalArgumentException} for a key that no setting of that type has.
 */
public interface RuntimeSettings {
    IntSupplier integer(String key);

    DoubleSupplier decimal(String key);

    BooleanSupplier flag(String key);

    Supplier<String> text(String key);

    /**
     * For what was made of settings and is kept.
     *
     * @param listener called when this node has taken over a change; must be quick
     */
    void onChange(Runnable listener);
}
