package dev.kiwi.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.MetadataKeys;
import dev.kiwi.api.kernel.PersonalData;
import dev.kiwi.api.locker.LockerEvents.LockerRented;
import dev.kiwi.api.locker.LockerEvents.Visitor;
import dev.kiwi.api.locker.LockerEvents.VisitorsNoted;
import dev.kiwi.command.crypto.PersonalFields;
import dev.kiwi.command.crypto.SubjectKeys;
import dev.kiwi.command.locker.Locker.Rent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is marked as personal is never on disk in the clear, and is gone with its key. */
class PersonalDataTest {
    private static final String CANARY = "canary-7f3a@example.org";

    private TestNode node;

    @BeforeEach
    void start() {
        node = TestNode.start();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void theStoreNeverHoldsThePlainText() {
        node.send(new Rent("locker:1", "north", "account:1", CANARY));

        assertThat(((LockerRented) node.eventsOf("locker:1").getFirst()).email())
                .isEqualTo(CANARY);
        String everything = String.join("\n", everythingStored());
        assertThat(everything).contains("north").doesNotContain(CANARY).doesNotContain("203.0.113.7");
    }

    @Test
    void aDestroyedKeyTurnsItIntoNullAndNeverComesBack() {
        node.send(new Rent("locker:1", "north", "account:1", CANARY));
        List<String> told = new ArrayList<>();
        node.bean(SubjectKeys.class).onDestroyed(told::add);

        node.bean(SubjectKeys.class).destroy("account:1");

        DomainEventMessage<?> event =
                node.bean(EventStore.class).readEvents("locker:1").next();
        assertThat(event.getPayload())
                .isEqualTo(new LockerRented("locker:1", "north", "account:1", null, Instant.EPOCH));
        assertThat(event.getMetaData()).doesNotContainKey(MetadataKeys.IP);
        assertThat(told).containsExactly("account:1");

        // A late event of the same person stores nothing personal and makes no new key.
        node.send(new Rent("locker:2", "south", "account:1", CANARY));
        assertThat(((LockerRented) node.eventsOf("locker:2").getFirst()).email())
                .isNull();
        assertThat(keys("account:1")).containsExactly(true);
    }

    @Test
    void anotherNodeThatForgetsTheKeyReadsNullToo() {
        node.send(new Rent("locker:1", "north", "account:1", CANARY));
        try (TestNode other = node.restarted()) {
            assertThat(((LockerRented) other.eventsOf("locker:1").getFirst()).email())
                    .isEqualTo(CANARY);
            node.bean(SubjectKeys.class).destroy("account:1");
            other.bean(SubjectKeys.class).forget("account:1");
            assertThat(((LockerRented) other.eventsOf("locker:1").getFirst()).email())
                    .isNull();
        }
    }

    @Test
    void eachPersonBelowTheTopLevelHasAnOwnKey() {
        VisitorsNoted noted = new VisitorsNoted(
                "locker:v", List.of(new Visitor("account:1", "Ada", 36), new Visitor("account:2", "Bob", 41)));
        publish(noted, MetaData.emptyInstance());
        assertThat(node.eventsOf("locker:v")).containsExactly(noted);

        node.bean(SubjectKeys.class).destroy("account:1");

        assertThat(((VisitorsNoted) node.eventsOf("locker:v").getFirst()).visitors())
                .containsExactly(new Visitor("account:1", null, null), new Visitor("account:2", "Bob", 41));
    }

    @Test
    void anAddressOfNobodyKnownBelongsToTheVisitorsOfTheDay() {
        publish(new VisitorsNoted("locker:v", List.of()), MetaData.with(MetadataKeys.IP, "198.51.100.9"));
        DomainEventMessage<?> event =
                node.bean(EventStore.class).readEvents("locker:v").next();
        assertThat(event.getMetaData().get(MetadataKeys.IP)).isEqualTo("198.51.100.9");
        assertThat(String.valueOf(event.getMetaData().get(MetadataKeys.SUBJECT)))
                .matches("visitor:\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void anEncryptedValueDoesNotReadAtAnotherPlace() {
        node.send(new Rent("locker:1", "north", "account:1", CANARY));
        node.send(new Rent("locker:9", "south", "account:9", CANARY));
        node.sql()
                .sql("update es.event set payload = convert_to(replace(convert_from(payload, 'UTF8'), "
                        + "'account:1', 'account:9'), 'UTF8')")
                .update();
        assertThatThrownBy(() -> node.eventsOf("locker:1")).hasMessageContaining("does not belong to its key");
    }

    record NoSubject(@PersonalData String email) {}

    @Test
    void personalDataWithoutASubjectFailsTheStart() {
        assertThatThrownBy(() -> PersonalFields.of(NoSubject.class)).hasMessageContaining("no @DataSubject");
    }

    private void publish(Object payload, MetaData metadata) {
        node.bean(EventStore.class)
                .publish(new GenericDomainEventMessage<>("Locker", "locker:v", 0, payload, metadata));
    }

    private List<Boolean> keys(String subject) {
        return node.sql()
                .sql("select wrapped_key is null from es.subject_key where subject = ?")
                .param(subject)
                .query(Boolean.class)
                .list();
    }

    private List<String> everythingStored() {
        return node.sql()
                .sql("select payload, meta_data from es.event union all select payload, meta_data from es.snapshot")
                .query((row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8)
                        + new String(row.getBytes(2), StandardCharsets.UTF_8))
                .list();
    }
}
