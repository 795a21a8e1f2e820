package dev.kiwi.web.credential;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.kiwi.web.invalidate.Invalidations;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a credential stands for, for seconds and only while word of changes arrives from other nodes.
 *
 * <p>Forgetting drops an answer that is still being looked up too: a look-up that began before a revocation is never
 * remembered after it. Nothing is remembered of unknown credentials, so a new one works at once.
 */
final class CredentialCache<K, V> {
    private final Invalidations invalidations;
    private final AsyncCache<K, @Nullable V> known;

    CredentialCache(Invalidations invalidations, Duration atMost, long entries) {
        this.invalidations = invalidations;
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(atMost)
                .maximumSize(entries)
                .recordStats()
                .buildAsync();
    }

    /** @param lookUp completes with null for an unknown credential */
    CompletableFuture<@Nullable V> get(K key, Function<K, CompletableFuture<@Nullable V>> lookUp) {
        if (!invalidations.isConnected()) {
            forgetAll();
            return lookUp.apply(key);
        }
        return known.get(key, (k, executor) -> lookUp.apply(k));
    }

    /** {@code cache.gets} under the names that Micrometer gives those of any cache. */
    void measure(MeterRegistry registry, String name) {
        gets(registry, name, "hit", CacheStats::hitCount);
        gets(registry, name, "miss", CacheStats::missCount);
    }

    private void gets(MeterRegistry registry, String name, String result, ToDoubleFunction<CacheStats> count) {
        FunctionCounter.builder(
                        "cache.gets",
                        this,
                        cache -> count.applyAsDouble(cache.known.synchronous().stats()))
                .tags("cache", name, "result", result)
                .description("Look-ups in a cache")
                .register(registry);
    }

    void forget(K key) {
        known.synchronous().invalidate(key);
    }

    void forgetIf(Predicate<K> condition) {
        known.asMap().keySet().removeIf(condition);
    }

    void forgetAll() {
        known.synchronous().invalidateAll();
    }
}
