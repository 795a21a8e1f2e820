package dev.kiwi.command.status;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.api.status.Environment;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The tunables of the prober (facts/status-prober.json), as they are in force at each cycle. */
final class ProbeSettings {
    private static final long NANOS = 1_000_000_000L;

    private record Server(Supplier<String> host, IntSupplier port, Supplier<String> hello) {}

    private final Map<Environment, Server> servers = new EnumMap<>(Environment.class);
    private final BooleanSupplier deep;
    private final BooleanSupplier random;
    private final DoubleSupplier hold;
    private final IntSupplier attempts;
    private final DoubleSupplier pause;

    ProbeSettings(RuntimeSettings settings) {
        for (Environment environment : Environment.values()) {
            String prefix = "trove_status_" + environment.key();
            servers.put(
                    environment,
                    new Server(
                            settings.text(prefix + "_host"),
                            settings.integer(prefix + "_port"),
                            settings.text(prefix + "_hello_hex")));
        }
        this.deep = settings.flag("trove_status_game_deep_probe");
        this.random = settings.flag("trove_status_game_random_opener");
        this.hold = settings.decimal("trove_status_game_hold_seconds");
        this.attempts = settings.integer("trove_status_probe_attempts");
        this.pause = settings.decimal("trove_status_probe_retry_delay_seconds");
    }

    /** How to ask a server now. */
    GameTarget target(Environment environment) {
        Server server = servers.get(environment);
        if (server == null) {
            throw new IllegalStateException("every environment has its settings");
        }
        return new GameTarget(
                server.host().get().strip(),
                server.port().getAsInt(),
                deep.getAsBoolean() ? server.hello().get().strip() : "",
                random.getAsBoolean(),
                seconds(hold.getAsDouble()));
    }

    int attempts() {
        return attempts.getAsInt();
    }

    Duration pause() {
        return seconds(pause.getAsDouble());
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * NANOS));
    }
}
