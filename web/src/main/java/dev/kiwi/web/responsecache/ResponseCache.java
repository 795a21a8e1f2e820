package dev.kiwi.web.responsecache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kiwi.web.invalidate.Invalidations;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Answers by request, bounded by their bytes. A change drops all of them: reads come in bursts between changes, so there
 * is little to gain by telling them apart.
 */
final class ResponseCache {
    private static final long MOST_BYTES = 32L << 20;
    private static final String TOPIC = "read-model";

    private final Invalidations invalidations;
    private final Clock clock;
    private final Cache<String, KeptResponse> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String request, KeptResponse response) ->
                    request.length() + response.body().size())
            .build();
    private final AtomicLong generation = new AtomicLong();

    ResponseCache(Invalidations invalidations, Clock clock) {
        this.invalidations = invalidations;
        this.clock = clock;
        invalidations.subscribe(TOPIC, projection -> drop());
    }

    /** A read model of this node has changed; the others are told. */
    void changed(String projection) {
        invalidations.publish(TOPIC, projection);
    }

    /** For what changes on this node alone, or on every node by itself. */
    void drop() {
        // First the number: what is being made of the old rows must not be kept after this.
        generation.incrementAndGet();
        kept.invalidateAll();
    }

    /** Null when there is none, when its time is over, or when changes on other nodes would not be heard of. */
    @Nullable
    KeptResponse find(String request) {
        KeptResponse found = invalidations.isConnected() ? kept.getIfPresent(request) : null;
        return found == null || found.fresh().covers(clock.instant().getEpochSecond()) ? found : null;
    }

    /** To be asked before an answer is made, and shown when it is to be kept. */
    long generation() {
        return generation.get();
    }

    void keep(String request, KeptResponse response, long madeIn) {
        if (!invalidations.isConnected()) {
            return;
        }
        kept.put(request, response);
        // A change in between has dropped the others before this one came.
        if (generation.get() != madeIn) {
            kept.asMap().remove(request, response);
        }
    }
}
