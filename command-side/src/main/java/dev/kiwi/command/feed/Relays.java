package dev.kiwi.command.feed;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.feed.RelayStates.Row;
import dev.kiwi.command.feed.source.Fetched;
import dev.kiwi.command.feed.source.Source;
import dev.kiwi.command.schedule.ScheduledJob;
import dev.kiwi.command.upstream.UpstreamFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches, and records what is new. An upstream that fails is noted and leaves what was recorded; it fails no job, because
 * it is nothing that an operator of ours could mend. Blocks.
 */
public final class Relays {
    private static final Logger LOG = LoggerFactory.getLogger(Relays.class);

    private final List<Relay> relays;
    private final RelayStates states;
    private final CommandDispatcher commands;
    private final Clock clock;
    private final boolean enabled;

    /** @param enabled false: nothing is fetched on schedule */
    public Relays(List<Relay> relays, RelayStates states, CommandDispatcher commands, Clock clock, boolean enabled) {
        this.relays = List.copyOf(relays);
        this.states = states;
        this.commands = commands;
        this.clock = clock;
        this.enabled = enabled;
    }

    /** Whether the upstream can be asked at all; a missing credential is the operator's to give. */
    public boolean isConfigured(String name) {
        return relay(name).source().isConfigured();
    }

    /** How all of them fare. */
    public List<RelayStatus> list() {
        Map<String, Row> rows = states.all();
        Instant now = clock.instant();
        return relays.stream()
                .map(relay -> status(relay, rows.getOrDefault(relay.source().name(), Row.NEVER), now))
                .toList();
    }

    private static RelayStatus status(Relay relay, Row row, Instant now) {
        Source source = relay.source();
        Instant fetched = row.fetchedAt();
        return new RelayStatus(
                source.name(),
                source.host(),
                relay.every().toSeconds(),
                source.isConfigured(),
                source.isLeftAlone(),
                row.attemptedAt(),
                fetched,
                fetched == null ? null : Duration.between(fetched, now).toSeconds(),
                row.changedAt(),
                row.failures(),
                source.isConfigured() ? row.error() : source.missing());
    }

    /** Its work on schedule. */
    ScheduledJob job(String name) {
        Relay relay = relay(name);
        return new ScheduledJob(
                relay.jobName(), relay.every(), () -> enabled ? fetch(name) : "switched off (FEEDS_ENABLED)");
    }

    private Relay relay(String name) {
        return relays.stream()
                .filter(relay -> relay.source().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Asks a source once. @return one line for administrators */
    public String fetch(String name) {
        Source source = relay(name).source();
        if (!source.isConfigured()) {
            return source.missing();
        }
        Fetched fetched = asked(source);
        if (fetched == null) {
            return "it gave nothing that can be used; what is known stays";
        }
        return switch (fetched) {
            case Fetched.NotAsked _ -> "nothing was due";
            case Fetched.Unchanged _ -> {
                states.fetched(name, false, null);
                yield "unchanged";
            }
            case Fetched.Told told -> recorded(source, told);
        };
    }

    /** Null when it failed, which is noted. */
    private @Nullable Fetched asked(Source source) {
        try {
            return source.fetch(states.validators(source.name()));
        } catch (UpstreamFailure e) {
            failed(source, e.reason());
        } catch (RuntimeException e) {
            // Whatever a stranger's answer does to a parser must not end the relay; the log has the rest.
            LOG.warn("The answer to relay {} was not understood", source.name(), e);
            failed(source, "its answer was not understood: " + e.getClass().getSimpleName());
        }
        return null;
    }

    private void failed(Source source, String reason) {
        LOG.warn("Relay {} waits: {}", source.name(), reason);
        states.failed(source.name(), reason);
    }

    private String recorded(Source source, Fetched.Told told) {
        boolean changed = dispatched(source, told);
        states.fetched(source.name(), changed, told.validators());
        source.recorded();
        return changed ? "something is new" : "nothing is new";
    }

    /** What cannot be recorded fails the job, and the relay's state says so too. */
    private boolean dispatched(Source source, Fetched.Told told) {
        CommandContext context = CommandContext.system("job:feed-" + source.name());
        try {
            return commands.dispatch(told.command(), context).join().position() >= 0;
        } catch (CompletionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            try {
                failed(source, "it could not be recorded: " + cause.getClass().getSimpleName());
            } catch (RuntimeException unnoted) {
                e.addSuppressed(unnoted);
            }
            throw e;
        }
    }
}
