package dev.kiwi.command.dispatch;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps aggregates in memory, and asks the event store for their last sequence number before it hands one out:
 * another node may have gone on with it, and a refusal must not rest on an old state.
 */
final class AggregateCache implements Cache {
    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;
    private final Function<String, Optional<Long>> lastSequence;

    AggregateCache(int size, Function<String, Optional<Long>> lastSequence) {
        this.entries = Caffeine.newBuilder().maximumSize(size).build();
        this.lastSequence = lastSequence;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // Axon's signature: null for a miss
    public <K, V> V get(K key) {
        Object entry = entries.getIfPresent(key);
        if (entry instanceof AggregateCacheEntry<?> aggregate && !isFresh(key.toString(), aggregate)) {
            entries.invalidate(key);
            return null;
        }
        return (V) entry;
    }

    private boolean isFresh(String id, AggregateCacheEntry<?> entry) {
        @SuppressWarnings("NullAway") // in the JVM that made the entry it holds the aggregate and needs no arguments
        @Nullable
        EventSourcedAggregate<?> aggregate = entry.recreateAggregate(null, null, null, null);
        return aggregate != null && lastSequence.apply(id).equals(Optional.ofNullable(aggregate.version()));
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("Nobody listens to the aggregate cache");
    }
}
