package dev.kiwi.command.status;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.status.Environment;
import dev.kiwi.api.status.RecordServerStatus;
import dev.kiwi.api.status.ServerStatus;
import dev.kiwi.api.status.ServerStatus.AuthResult;
import dev.kiwi.api.status.ServerStatus.GameResult;
import dev.kiwi.api.status.ServerStatus.ServerVerdict;
import dev.kiwi.api.status.ServerStatus.ServerVerdicts;
import dev.kiwi.api.status.Verdict;
import dev.kiwi.command.dispatch.CommandDispatcher;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One cycle: the gateway, then each game's port, each tried until it answers or has had its attempts. The snapshot is
 * stored before anything is recorded, so that who hears of a change reads what it came from. Blocks.
 */
public final class Prober {
    private final AuthProbe auth;
    private final GameProbe games;
    private final ProbeSettings settings;
    private final ServerStatusTable table;
    private final CommandDispatcher commands;
    private final Clock clock;

    Prober(
            AuthProbe auth,
            GameProbe games,
            ProbeSettings settings,
            ServerStatusTable table,
            CommandDispatcher commands,
            Clock clock) {
        this.auth = auth;
        this.games = games;
        this.settings = settings;
        this.table = table;
        this.commands = commands;
        this.clock = clock;
    }

    /** @return one line for administrators */
    public String cycle() {
        // A node that was paused since finds that another one has looked later.
        Instant now = clock.instant();
        AuthResult gateway = untilUp("auth", AuthResult::online, auth::probe);
        Map<Environment, GameResult> found = new EnumMap<>(Environment.class);
        for (Environment environment : Environment.values()) {
            found.put(
                    environment,
                    untilUp(environment.key(), GameResult::online, () -> games.probe(settings.target(environment))));
        }
        Map<Environment, Verdict> verdicts = new EnumMap<>(Environment.class);
        found.forEach((environment, game) -> verdicts.put(environment, Verdict.of(gateway.online(), game.online())));
        ServerStatus status = status(gateway, found, verdicts, now);
        if (!table.store(status, now)) {
            return "another node has looked since";
        }
        record(verdicts, now);
        return status.overall();
    }

    private <T> T untilUp(String name, Predicate<T> isUp, Supplier<T> probe) {
        Retry retry = Retry.of(
                "probe-" + name,
                RetryConfig.<T>custom()
                        .maxAttempts(settings.attempts())
                        .intervalFunction(attempt -> settings.pause().toMillis())
                        .retryOnResult(isUp.negate())
                        .build());
        return retry.executeSupplier(probe);
    }

    private static ServerStatus status(
            AuthResult gateway, Map<Environment, GameResult> found, Map<Environment, Verdict> verdicts, Instant now) {
        Verdict overall = Verdict.overall(Arrays.stream(Environment.values())
                .filter(Environment::isLive)
                .map(environment -> verdicts.getOrDefault(environment, Verdict.UNKNOWN))
                .toList());
        ServerVerdicts servers = new ServerVerdicts(
                server(Environment.EU, found, verdicts),
                server(Environment.US, found, verdicts),
                server(Environment.PTS, found, verdicts));
        return new ServerStatus(overall.key(), gateway, servers, now.getEpochSecond());
    }

    private static ServerVerdict server(
            Environment environment, Map<Environment, GameResult> found, Map<Environment, Verdict> verdicts) {
        GameResult game = Objects.requireNonNull(found.get(environment));
        return new ServerVerdict(
                verdicts.getOrDefault(environment, Verdict.UNKNOWN).key(), game.online(), game);
    }

    private void record(Map<Environment, Verdict> verdicts, Instant at) {
        CommandContext context = CommandContext.system("job:server-status");
        verdicts.forEach((environment, verdict) -> commands.<Void>dispatch(
                        new RecordServerStatus(environment, verdict, at), context)
                .join());
    }
}
