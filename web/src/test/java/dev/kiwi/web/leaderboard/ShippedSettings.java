package dev.kiwi.web.leaderboard;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.api.config.SettingCatalog;
import dev.kiwi.projection.leaderboard.cheater.CheaterSettings;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The defaults of all settings, but for those that a test gives. */
final class ShippedSettings implements RuntimeSettings {
    private final Map<String, Object> given;

    ShippedSettings() {
        this(Map.of());
    }

    ShippedSettings(Map<String, Object> given) {
        this.given = given;
    }

    static CheaterSettings cheaters() {
        return CheaterSettings.of(new ShippedSettings()).get();
    }

    private Object value(String key) {
        Object shipped = SettingCatalog.find(key).orElseThrow().defaultValue();
        return given.getOrDefault(key, shipped);
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
