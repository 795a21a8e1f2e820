package dev.kiwi.web.token;

import dev.kiwi.command.token.TokenUses;
import dev.kiwi.web.gate.UseAccounting;
import dev.kiwi.web.http.BlockingWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds up uses in memory and writes them at most once an interval and token: the first request of an interval writes
 * what has gathered. A node that dies loses what it has not written; one that stops in order loses nothing.
 */
final class TokenUse implements UseAccounting, TokenUses, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TokenUse.class);

    private final TokenUseTable table;
    private final BlockingWork blocking;
    private final Clock clock;
    private final Duration interval;
    private final Map<String, Gathered> gathered = new ConcurrentHashMap<>();

    TokenUse(TokenUseTable table, BlockingWork blocking, Clock clock, Duration interval) {
        this.table = table;
        this.blocking = blocking;
        this.clock = clock;
        this.interval = interval;
    }

    /** @param lastWritten null before the first write */
    private record Gathered(
            long count, Instant lastUsed, @Nullable Instant lastWritten) {}

    @Override
    public void accepted(String tokenId) {
        Instant now = clock.instant();
        Gathered all = gathered.compute(
                tokenId,
                (id, known) -> known == null
                        ? new Gathered(1, now, null)
                        : new Gathered(known.count() + 1, now, known.lastWritten()));
        if (isDue(all, now)) {
            blocking.run(() -> write(tokenId, now)).subscribe(null, this::notWritten);
        }
    }

    /** What this node has not written yet counts too. */
    @Override
    public Optional<Instant> lastUse(String tokenId) {
        return Stream.concat(
                        table.lastUse(tokenId).stream(),
                        Stream.ofNullable(gathered.get(tokenId)).map(Gathered::lastUsed))
                .max(Instant::compareTo);
    }

    @Override
    public Instant countedSince() {
        return table.countedSince();
    }

    /** Writes what tokens that fell silent have left; called once an interval. */
    void writeRest() {
        Instant now = clock.instant();
        gathered.forEach((tokenId, all) -> {
            if (isDue(all, now)) {
                write(tokenId, now);
                gathered.computeIfPresent(tokenId, (id, left) -> left.count() == 0 ? null : left);
            }
        });
    }

    @Override
    public void close() {
        gathered.keySet().forEach(tokenId -> write(tokenId, clock.instant()));
    }

    private boolean isDue(Gathered all, Instant now) {
        return all.lastWritten() == null || !now.isBefore(all.lastWritten().plus(interval));
    }

    private void write(String tokenId, Instant now) {
        Gathered[] taken = new Gathered[1];
        gathered.computeIfPresent(tokenId, (id, all) -> {
            taken[0] = all;
            return new Gathered(0, all.lastUsed(), now);
        });
        if (taken[0] != null && taken[0].count() > 0) {
            store(tokenId, taken[0]);
        }
    }

    private void store(String tokenId, Gathered taken) {
        try {
            table.add(tokenId, taken.count(), taken.lastUsed());
        } catch (RuntimeException e) {
            // Counted again with the next write.
            gathered.computeIfPresent(
                    tokenId, (id, all) -> new Gathered(all.count() + taken.count(), all.lastUsed(), all.lastWritten()));
            throw e;
        }
    }

    private void notWritten(Throwable error) {
        LOG.warn("Uses of a token could not be written yet: {}", error.toString());
    }
}
