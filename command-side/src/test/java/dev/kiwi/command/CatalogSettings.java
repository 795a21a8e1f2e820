package dev.kiwi.command;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.api.config.SettingCatalog;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Settings at their defaults, but for those that a test overrides. */
public final class CatalogSettings implements RuntimeSettings {
    private final Map<String, Object> overrides = new ConcurrentHashMap<>();

    public CatalogSettings with(String key, Object value) {
        overrides.put(key, value);
        return this;
    }

    private Object value(String key) {
        return overrides.getOrDefault(
                key, SettingCatalog.find(key).orElseThrow().defaultValue());
    }

    @Override
    public IntSupplier integer(String key) {
        return () -> (Integer) value(key);
    }

    @Override
    public DoubleSupplier decimal(String key) {
        return () -> (Double) value(key);
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
