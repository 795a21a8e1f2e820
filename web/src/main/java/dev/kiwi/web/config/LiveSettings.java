package dev.kiwi.web.config;

import dev.kiwi.api.config.ConfigEvent.SettingOverridden;
import dev.kiwi.api.config.ConfigEvent.SettingReset;
import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.api.config.SettingCatalog;
import dev.kiwi.api.config.SettingDefinition;
import dev.kiwi.api.config.SettingType;
import dev.kiwi.command.config.SettingJson;
import dev.kiwi.command.config.SettingStreams;
import dev.kiwi.web.config.SettingValues.Overriding;
import dev.kiwi.web.gate.FeatureSwitches;
import dev.kiwi.web.limit.Limit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The settings as this node knows them: the defaults until it has read the store once, then what it read last, also
 * while the store is away.
 */
final class LiveSettings implements RuntimeSettings, FeatureSwitches {
    private final SettingStreams streams;
    private final SettingDefaults defaults;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile SettingValues current;

    LiveSettings(SettingStreams streams, SettingDefaults defaults) {
        this.streams = streams;
        this.defaults = defaults;
        this.current = SettingValues.of(defaults, Map.of(), Map.of());
    }

    /** Reads what was changed since; blocks. One at a time, so that an older look never replaces a newer one. */
    synchronized void refresh() {
        SettingValues known = current;
        Map<String, Long> ends = streams.ends();
        if (ends.equals(known.ends())) {
            return;
        }
        Map<String, Overriding> overrides = new HashMap<>(known.overrides());
        ends.forEach((key, end) -> {
            if (!end.equals(known.ends().get(key))) {
                read(key, end)
                        .ifPresentOrElse(overriding -> overrides.put(key, overriding), () -> overrides.remove(key));
            }
        });
        current = SettingValues.of(defaults, ends, overrides);
        listeners.forEach(Runnable::run);
    }

    /** Empty after a reset, and for a value that the catalogue does not accept any more. */
    private Optional<Overriding> read(String key, long end) {
        return switch (streams.at(key, end)) {
            case SettingOverridden event ->
                SettingCatalog.find(key)
                        .flatMap(setting -> SettingJson.read(setting, event.jsonValue()))
                        .map(value -> new Overriding(value, event.overriddenAt(), event.byAccountId()));
            case SettingReset ignored -> Optional.empty();
        };
    }

    List<RuntimeConfigItem> items() {
        SettingValues values = current;
        return SettingCatalog.all().stream()
                .map(setting -> item(setting, values))
                .toList();
    }

    RuntimeConfigItem item(SettingDefinition setting) {
        return item(setting, current);
    }

    private RuntimeConfigItem item(SettingDefinition setting, SettingValues values) {
        Object byDefault = defaults.values().get(SettingCatalog.all().indexOf(setting));
        return RuntimeConfigItem.of(setting, byDefault, values.overrides().get(setting.key()));
    }

    @Override
    public IntSupplier integer(String key) {
        int at = indexOf(key, SettingType.INT);
        return () -> (Integer) current.inForce().get(at);
    }

    @Override
    public DoubleSupplier decimal(String key) {
        int at = indexOf(key, SettingType.FLOAT);
        return () -> (Double) current.inForce().get(at);
    }

    @Override
    public BooleanSupplier flag(String key) {
        int at = indexOf(key, SettingType.BOOL);
        return () -> (Boolean) current.inForce().get(at);
    }

    @Override
    public Supplier<String> text(String key) {
        int at = indexOf(key, SettingType.STR);
        return () -> (String) current.inForce().get(at);
    }

    /** The pair {@code <family>_max} and {@code <family>_window_seconds}, both of the same moment. */
    Supplier<Limit> limit(String family) {
        int max = indexOf(family + "_max", SettingType.INT);
        int window = indexOf(family + "_window_seconds", SettingType.INT);
        return () -> {
            List<Object> inForce = current.inForce();
            return new Limit((Integer) inForce.get(max), (Integer) inForce.get(window));
        };
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public boolean isOn(String key) {
        return !current.off().contains(key);
    }

    private static int indexOf(String key, SettingType type) {
        return SettingCatalog.find(key)
                .filter(setting -> setting.type() == type)
                .map(SettingCatalog.all()::indexOf)
                .orElseThrow(() -> new IllegalArgumentException("No " + type.slug() + " setting is called " + key));
    }
}
