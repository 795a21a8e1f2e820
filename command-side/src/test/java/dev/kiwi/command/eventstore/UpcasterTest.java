package dev.kiwi.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.locker.LockerEvents.ItemsStored;
import dev.kiwi.command.locker.Locker;
import dev.kiwi.command.locker.Locker.Rent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An event that was stored under an old revision goes on as the newest one. */
class UpcasterTest {
    @Test
    void aStoredOldRevisionIsReadAsTheNewOneAndFoldedIntoTheAggregate() throws Exception {
        try (TestNode node = TestNode.start()) {
            node.send(new Rent("locker:1", "north", "account:1", "a@b.example"));
            node.send(new Locker.Store("locker:1", List.of("hat")));
            byte[] old = StoredEventSamples.onClassPath().read("locker.ItemsStored@1");
            node.sql()
                    .sql("update es.event set payload = ?, payload_revision = '1' where global_index = 2")
                    .param(old)
                    .update();
            try (TestNode later = node.restarted()) {
                assertThat(later.eventsOf("locker:1")).endsWith(new ItemsStored("locker:1", List.of("umbrella")));
                assertThat(later.send(new Locker.Store("locker:1", List.of("map")))
                                .result())
                        .isEqualTo(2);
            }
        }
    }
}
