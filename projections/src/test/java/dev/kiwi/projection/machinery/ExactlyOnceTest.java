package dev.kiwi.projection.machinery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows and token share one transaction: a crash between them loses nothing and doubles nothing. */
class ExactlyOnceTest {
    private final Machinery machinery = new Machinery();

    @AfterEach
    void close() {
        machinery.close();
    }

    @Test
    void givenCrashesAtCommitThenEveryEventIsAppliedOnce() {
        machinery.deposits(10, 500);
        Node node = machinery.node(Ledger.definition("ledger", 1, 100)).start();
        machinery.transactionManager.failures.set(2);
        node.catchUp("ledger");

        assertThat(machinery.transactionManager.failures).hasValue(0);
        assertThat(machinery
                        .jdbc
                        .sql("select sum(total) from ledger.entry")
                        .query(Long.class)
                        .single())
                .isEqualTo(500);
        assertThat(machinery.count("ledger.booking")).isEqualTo(500);
    }

    @Test
    void givenCollectedChangesAndCrashesAtCommitThenEveryEventIsAppliedOnce() {
        machinery.deposits(10, 500);
        Node node = machinery.node(Bookings.definition(2)).start();
        machinery.transactionManager.failures.set(2);
        node.catchUp("bookings");

        assertThat(machinery.transactionManager.failures).hasValue(0);
        assertThat(machinery.count("bookings.booking")).isEqualTo(500);
    }

    @Test
    void givenABatchWithAParkedEventAndACrashAtItsCommitThenItsLetterIsNotDoubled() {
        Ledger.JAVA_FAILS.add("bad");
        machinery.deposit("good", 1);
        machinery.deposit("bad", 1);
        Node node = machinery.node(Ledger.definition("ledger", 1, 100));
        node.engine.start();
        machinery.transactionManager.failures.set(1);
        node.catchUp("ledger");

        assertThat(machinery.entries("ledger")).containsExactly("good=1");
        assertThat(node.admin.deadLetters("ledger", 10, 0)).hasSize(1);
    }

    @Test
    void givenTwoSegmentsThenEachKeepsItsOwnTokenAndTheSlowestCounts() {
        machinery.deposits(50, 1_000);
        Node node = machinery.node(Ledger.definition("ledger", 2, 100)).start().catchUp("ledger");

        Map<Integer, Long> segments = node.stores.tokens().positions("ledger");
        assertThat(segments)
                .containsOnlyKeys(0, 1)
                .allSatisfy((_, position) -> assertThat(position).isEqualTo(machinery.head()));
        assertThat(machinery.count("ledger.booking")).isEqualTo(1_000);
    }

    @Test
    void givenTheDatabaseDropsAllConnectionsThenTheBatchIsRepeatedAndNothingIsParked() {
        machinery.deposits(10, 3_000);
        Node node = machinery.node(Ledger.definition("ledger", 1, 100)).start();
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> node.positions.applied("ledger") > 200);
        long head = machinery.head();
        machinery.dropConnections();
        node.catchUp("ledger", head, Duration.ofSeconds(30));

        assertThat(machinery.count("ledger.booking")).isEqualTo(3_000);
        assertThat(node.admin.deadLetters("ledger", 10, 0)).isEmpty();
        assertThat(node.admin.get("ledger").state()).isEqualTo("running");
    }

    @Test
    void givenNoLettersThenTheQueueIsNotAskedForEveryEvent() {
        machinery.deposits(10, 2_000);
        CountingDataSource counting = new CountingDataSource(machinery.dataSource, "pm.dead_letter");
        machinery.nodeDataSource = counting;
        machinery.node(Ledger.definition("ledger", 1, 100)).start().catchUp("ledger");

        assertThat(machinery.count("ledger.booking")).isEqualTo(2_000);
        assertThat(counting.statements()).isBetween(1, 20);
    }

    @Test
    void givenEventsOfOthersThenTheyFillNoBatchAndAreNotDecoded() {
        machinery.deposit("a", 1);
        machinery.renames(2_000);
        machinery.deposit("a", 10);
        machinery.renames(1);
        machinery
                .jdbc
                .sql("update domainevententry set payload = 'not json', metadata = 'not json' where payloadtype like ?")
                .param("%Renamed")
                .update();
        machinery.reopenStore();
        CountingDataSource counting = new CountingDataSource(machinery.dataSource, "UPDATE pm.token_entry");
        machinery.nodeDataSource = counting;
        Node node = machinery.node(Ledger.definition("ledger", 1, 4)).start().catchUp("ledger");

        assertThat(machinery.entries("ledger")).containsExactly("a=11");
        assertThat(node.admin.deadLetters("ledger", 10, 0)).isEmpty();
        assertThat(counting.statements()).isBetween(1, 60);
        node.admin.replay("ledger");
        ProjectionAdmin.Rebuild rebuild = node.awaitRebuild("ledger");
        assertThat(rebuild.phase()).isEqualTo("done");
        assertThat(rebuild.checksumAfter()).isEqualTo(rebuild.checksumBefore());
    }

    @Test
    void givenARestartThenItGoesOnWhereItStood() {
        machinery.deposits(10, 300);
        machinery
                .node(Ledger.definition("ledger", 1, 100))
                .start()
                .catchUp("ledger")
                .close();
        machinery.deposits(10, 300);
        machinery.node(Ledger.definition("ledger", 1, 100)).start().catchUp("ledger");

        assertThat(machinery.count("ledger.booking")).isEqualTo(600);
    }
}
