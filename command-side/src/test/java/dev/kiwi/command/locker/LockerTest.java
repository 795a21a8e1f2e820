package dev.kiwi.command.locker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.MetadataKeys;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.locker.LockerEvents.ItemsStored;
import dev.kiwi.api.locker.LockerEvents.LockerRelabelled;
import dev.kiwi.api.locker.LockerEvents.LockerRented;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.claim.Claims.Claimed;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.command.eventstore.TestNode;
import dev.kiwi.command.locker.Locker.Relabel;
import dev.kiwi.command.locker.Locker.Rent;
import dev.kiwi.command.locker.Locker.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A whole aggregate on the real store: commands in, events and claims out. */
class LockerTest {
    private static TestNode node;

    @BeforeAll
    static void start() {
        node = TestNode.start();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void givenNothing_whenRented_thenTheEventIsStoredAndTheLabelIsClaimedAtItsPosition() {
        Dispatched<String> rented = node.send(new Rent("locker:a1", "north", "account:1", "a@b.example"));

        assertThat(rented.result()).isEqualTo("locker:a1");
        assertThat(node.eventsOf("locker:a1"))
                .containsExactly(new LockerRented("locker:a1", "north", "account:1", "a@b.example", Instant.EPOCH));
        assertThat(node.bean(Claims.class).find("locker_label", "north"))
                .contains(new Claimed("locker:a1", rented.position()));
    }

    @Test
    void givenALabelIsTaken_whenAnotherLockerWantsIt_thenConflictAndNoEvent() {
        node.send(new Rent("locker:b1", "south", "account:1", "a@b.example"));

        assertThatThrownBy(() -> node.send(new Rent("locker:b2", "south", "account:2", "c@d.example")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
                    assertThat(refusal).hasMessage("This locker label is already taken.");
                });
        assertThat(node.eventsOf("locker:b2")).isEmpty();
    }

    @Test
    void givenALabelWasGivenBack_whenAnotherLockerWantsIt_thenItGetsIt() {
        node.send(new Rent("locker:c1", "east", "account:1", "a@b.example"));
        node.send(new Relabel("locker:c1", "far-east"));

        node.send(new Rent("locker:c2", "east", "account:2", "c@d.example"));

        assertThat(node.eventsOf("locker:c1")).contains(new LockerRelabelled("locker:c1", "far-east"));
        assertThat(node.bean(Claims.class)
                        .find("locker_label", "east")
                        .orElseThrow()
                        .owner())
                .isEqualTo("locker:c2");
    }

    @Test
    void givenARefusal_thenNothingIsStored() {
        node.send(new Rent("locker:d1", "west", "account:1", "a@b.example"));

        assertThatThrownBy(() -> node.send(new Store("locker:d1", List.of())))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(ErrorCode.BAD_REQUEST));
        assertThat(node.eventsOf("locker:d1")).hasSize(1);
    }

    @Test
    void givenNoSuchLocker_whenStored_thenNotFound() {
        assertThatThrownBy(() -> node.send(new Store("locker:none", List.of("hat"))))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void givenManyEvents_thenASnapshotIsTakenAndTheStateGoesOnFromIt() {
        node.send(new Rent("locker:e1", "up", "account:1", "a@b.example"));
        for (int i = 0; i < 12; i++) {
            node.send(new Store("locker:e1", List.of("item-" + i)));
        }
        org.awaitility.Awaitility.await().until(() -> snapshots("locker:e1") == 1);

        try (TestNode restarted = node.restarted()) {
            Dispatched<Integer> stored = restarted.send(new Store("locker:e1", List.of("last")));
            assertThat(stored.result()).isEqualTo(13);
        }
    }

    @Test
    void givenAContext_thenEveryEventCarriesIt() {
        node.send(new Rent("locker:f1", "down", "account:1", "a@b.example"));

        Map<String, ?> metadata =
                node.bean(EventStore.class).readEvents("locker:f1").next().getMetaData();

        assertThat(metadata.keySet().stream().filter(key -> !key.equals("traceId")))
                .containsExactlyInAnyOrder(
                        MetadataKeys.ACTOR_KIND,
                        MetadataKeys.ACTOR_ID,
                        MetadataKeys.REQUEST_ID,
                        MetadataKeys.CORRELATION_ID,
                        MetadataKeys.SUBJECT,
                        MetadataKeys.IP);
        assertThat(metadata.get(MetadataKeys.IP)).isEqualTo("203.0.113.7");
    }

    @Test
    void givenNoEvents_whenACommandOnlyReads_thenItsPositionIsMinusOne() {
        node.send(new Rent("locker:g1", "g", "account:1", "a@b.example"));
        assertThat(node.send(new Locker.Look("locker:g1")).position()).isEqualTo(-1);
    }

    private static int snapshots(String aggregate) {
        return node.sql()
                .sql("select count(*) from es.snapshot where aggregate_identifier = ?")
                .param(aggregate)
                .query(Integer.class)
                .single();
    }

    @Test
    void storedItemsAreReadBack() {
        node.send(new Rent("locker:h1", "h", "account:1", "a@b.example"));
        node.send(new Store("locker:h1", List.of("hat", "map")));
        assertThat(node.eventsOf("locker:h1")).endsWith(new ItemsStored("locker:h1", List.of("hat", "map")));
    }
}
