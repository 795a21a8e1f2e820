package dev.kiwi.command.eventstore;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

/** Trap 1: a store that keeps everything in memory must not start. */
class EventStoreGuardTest {
    private final EventStore inMemory = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();

    @Test
    void theRealStorePasses() {
        try (TestNode node = TestNode.start()) {
            assertThatCode(() -> EventStoreGuard.check(
                            List.of(node.bean(EventStore.class)), List.of(node.bean(EventStorageEngine.class))))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aStoreInMemoryFailsTheStartEvenBesideARealEngine() {
        try (TestNode node = TestNode.start()) {
            assertThatThrownBy(() ->
                            EventStoreGuard.check(List.of(inMemory), List.of(node.bean(EventStorageEngine.class))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("InMemoryEventStorageEngine");
        }
    }

    @Test
    void aSecondStoreFailsTheStart() {
        assertThatThrownBy(() -> TestNode.start(inMemory))
                .hasStackTraceContaining("There must be one event store with one engine");
    }
}
