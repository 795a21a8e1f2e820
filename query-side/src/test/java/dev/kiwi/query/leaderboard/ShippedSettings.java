package dev.kiwi.query.leaderboard;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.api.config.SettingCatalog;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The defaults of all settings. */
final class ShippedSettings implements RuntimeSettings {
    private static Object value(String key) {
        return SettingCatalog.find(key).orElseThrow().defaultValue();
    }

    @Override
    public IntSupplier integer(String key) {
        return () -> ((Number) value(key)).intValue();
    }

    @Override
    public DoubleSupplier decimal(String key) {
        return () -> ((Number) value(key)).doubleValue();
    }

    @Override
    public BooleanSupplier flag(String key) {
        return () -> (Boolean) value(key);
    }

    @Override
    public Supplier<String> text(String key) {
        return () -> (String) value(key);
    }

    @Override
    public void onChange(Runnable listener) {}
}
