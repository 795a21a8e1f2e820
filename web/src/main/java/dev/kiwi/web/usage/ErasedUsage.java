package dev.kiwi.web.usage;

import dev.kiwi.command.crypto.SubjectKeys;
import dev.kiwi.projection.usage.UsageErasure;
import dev.kiwi.web.http.BlockingWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the recorded requests of persons whose key is destroyed (platform.md 24.3): at once on the node that destroyed
 * it, and again by a job, for requests that were still in memory somewhere and for a node that died in between.
 */
final class ErasedUsage {
    private static final Logger LOG = LoggerFactory.getLogger(ErasedUsage.class);

    private final SubjectKeys keys;
    private final UsageErasure erasure;
    private final BlockingWork blocking;
    private final Clock clock;
    private final Duration kept;

    /** @param kept older requests are gone anyway */
    ErasedUsage(SubjectKeys keys, UsageErasure erasure, BlockingWork blocking, Clock clock, Duration kept) {
        this.keys = keys;
        this.erasure = erasure;
        this.blocking = blocking;
        this.clock = clock;
        this.kept = kept;
        keys.onDestroyed(this::soon);
    }

    private void soon(String subject) {
        blocking.run(() -> erasure.erase(List.of(subject)))
                .subscribe(
                        null,
                        error -> LOG.warn("An erased account's requests are deleted later: {}", error.toString()));
    }

    /** Blocks. @return what it did, in a few words */
    String sweep() {
        Instant since = clock.instant().minus(kept).minus(Duration.ofDays(1));
        List<String> destroyed = keys.destroyedSince(since);
        return (destroyed.isEmpty() ? 0 : erasure.erase(destroyed)) + " requests of erased accounts deleted";
    }
}
