package dev.kiwi.command.eventstore;

import java.lang.reflect.Method;
import java.util.Collection;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Refuses to start on an event store that would forget everything: Axon falls back to memory without a word. */
public final class EventStoreGuard {
    private EventStoreGuard() {}

    /** @throws IllegalStateException when any of them is not backed by {@link GroupCommitEngine} */
    public static void check(
            Collection<? extends EventStore> stores, Collection<? extends EventStorageEngine> engines) {
        if (stores.size() != 1 || engines.size() != 1) {
            throw new IllegalStateException(
                    "There must be one event store with one engine, but there are " + stores + " and " + engines);
        }
        stores.forEach(store -> check(engineOf(store)));
        engines.forEach(EventStoreGuard::check);
    }

    private static void check(Object engine) {
        if (!(engine instanceof GroupCommitEngine)) {
            throw new IllegalStateException("The event store is not durable: it writes to "
                    + engine.getClass().getName() + " and not to Postgres");
        }
    }

    /** The store does not show its engine; what it really uses is what counts. */
    private static Object engineOf(EventStore store) {
        if (!(store instanceof AbstractEventStore)) {
            return store;
        }
        try {
            Method engine = AbstractEventStore.class.getDeclaredMethod("storageEngine");
            engine.setAccessible(true);
            return engine.invoke(store);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The engine of the event store cannot be told", e);
        }
    }
}
