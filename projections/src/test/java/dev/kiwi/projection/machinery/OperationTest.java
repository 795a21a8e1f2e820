package dev.kiwi.projection.machinery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.embedded.MovableClock;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.axonframework.common.DateTimeUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator sees and does: pause, resume, alarm, metrics. */
class OperationTest {
    private final Machinery machinery = new Machinery();

    @AfterEach
    void close() {
        machinery.close();
    }

    @Test
    void whilePausedItStandsAndAfterAResumeItGoesOn() {
        Node node = machinery.node(Ledger.definition("ledger", 1, 100)).start();
        machinery.deposit("a", 1);
        node.catchUp("ledger");

        node.admin.pause("ledger");
        machinery.deposit("a", 1);
        assertThat(node.admin.get("ledger").state()).isEqualTo("paused");
        assertThat(node.admin.get("ledger").lag()).isEqualTo(1);
        assertRefused(ErrorCode.CONFLICT, () -> node.admin.pause("ledger"));

        node.admin.resume("ledger");
        node.catchUp("ledger");
        assertThat(machinery.entries("ledger")).containsExactly("a=2");
        assertRefused(ErrorCode.CONFLICT, () -> node.admin.resume("ledger"));
    }

    @Test
    void aPauseHoldsOnEveryNodeAndOverARestart() {
        Node node = machinery.node(Ledger.definition("ledger", 1, 100)).start();
        Node api = machinery.node(false, Ledger.definition("ledger", 1, 100)).start();
        machinery.deposit("a", 1);
        node.catchUp("ledger");
        api.admin.pause("ledger");
        Awaitility.await().until(() -> node.engine.projection("ledger").running() == null);
        node.close();

        Node restarted = machinery.node(Ledger.definition("ledger", 1, 100)).start();
        assertThat(restarted.engine.projection("ledger").running()).isNull();
        assertThat(restarted.admin.get("ledger").state()).isEqualTo("paused");
    }

    @Test
    void whileABatchDoesNotEndNothingTakesItsPlace() throws Exception {
        machinery.stopWithin = Duration.ofMillis(200);
        Node node = machinery.node(Ledger.definition("ledger", 1, 100)).start();
        machinery.deposit("a", 1);
        node.catchUp("ledger");
        LiveProjection ledger = node.engine.projection("ledger");
        try (ProjectionLock _ = ProjectionLock.tryTake(machinery.dataSource, "ledger");
                Connection blocking = machinery.dataSource.getConnection()) {
            blocking.setAutoCommit(false);
            try (Statement statement = blocking.createStatement()) {
                statement.execute("lock table ledger.entry in share mode");
            }
            machinery.deposit("a", 1);
            Awaitility.await().until(() -> machinery.count("pg_stat_activity where wait_event_type = 'Lock'") == 1);
            VersionProcessor stuck = ledger.running();

            assertThatThrownBy(() -> ledger.whileHeld(() -> "swapped")).hasMessageContaining("does not end");
            ledger.tick();
            assertThat(ledger.running()).isSameAs(stuck);
            assertThat(agrees(node, ledger)).isFalse();
            assertThat(ledger.error()).contains("has not stopped yet");
            blocking.rollback();
        }
        machinery.deposit("a", 1);
        node.catchUp("ledger");
        assertThat(machinery.entries("ledger")).containsExactly("a=3");
        try (ProjectionLock _ = ProjectionLock.tryTake(machinery.dataSource, "ledger")) {
            assertThat(ledger.whileHeld(() -> "swapped")).isEqualTo("swapped");
        }
    }

    @Test
    void aProjectionIsLeftAloneWhileItsRowAsksForNothingNew() {
        Node node = machinery.node(Ledger.definition("ledger", 1, 100));
        LiveProjection ledger = node.engine.projection("ledger");
        assertThat(agrees(node, ledger)).isFalse();
        ledger.tick();
        assertThat(agrees(node, ledger)).isTrue();

        node.registry.setPaused("ledger", true);
        assertThat(agrees(node, ledger)).isFalse();
        ledger.tick();
        assertThat(ledger.running()).isNull();
        assertThat(agrees(node, ledger)).isTrue();

        node.registry.setRebuildRequested("ledger", true);
        assertThat(agrees(node, ledger)).isFalse();
        node.registry.setRebuildRequested("ledger", false);
        node.registry.setHeld("ledger", true);
        assertThat(agrees(node, ledger)).isFalse();
    }

    private static boolean agrees(Node node, LiveProjection projection) {
        return projection.agreesWith(node.registry.all().get("ledger"));
    }

    @Test
    void anUnknownNameIsNotFound() {
        Node node = machinery.node(Ledger.definition("ledger", 1, 100)).start();

        assertRefused(ErrorCode.NOT_FOUND, () -> node.admin.get("nothing"));
        assertRefused(ErrorCode.NOT_FOUND, () -> node.admin.replay("nothing"));
        assertRefused(ErrorCode.NOT_FOUND, () -> node.admin.retry("ledger", "nothing"));
        assertRefused(ErrorCode.NOT_FOUND, () -> node.admin.evict("ledger", "nothing"));
    }

    @Test
    void whenTheHeadMovesAndTheTokenStandsForMoreThanTenSecondsThenItIsStalled() {
        MovableClock clock = new MovableClock(Instant.parse("2026-11-21T12:00:00Z"));
        machinery.clock = clock;
        Node node = machinery.node(Ledger.definition("ledger", 1, 100)).start();
        machinery.deposit("a", 1);
        node.catchUp("ledger");
        node.watch.look();
        // Every commit fails: nothing is logged at Axon's defaults that would tell why it stands.
        machinery.transactionManager.failures.set(Integer.MAX_VALUE);
        machinery.deposit("a", 1);

        node.watch.look();
        clock.advance(Duration.ofSeconds(9));
        node.watch.look();
        assertThat(node.watch.of("ledger").stalled()).isFalse();
        clock.advance(Duration.ofSeconds(2));
        assertThat(node.admin.get("ledger").state()).isEqualTo("stalled");
        assertThat(node.admin.get("ledger").alarms())
                .singleElement()
                .asString()
                .startsWith("Stalled: 1 events wait for 11 s; read last_error in GET /admin/projections/ledger");
        assertThat(machinery
                        .meters
                        .get("kiwi.projection.age")
                        .tag("projection", "ledger")
                        .gauge()
                        .value())
                .isEqualTo(11);
        // The claim's transaction may be the first to fail, and then no batch is tried any more.
        Awaitility.await()
                .untilAsserted(() -> assertThat(node.admin.get("ledger").lastError())
                        .containsAnyOf("killed at commit", "cannot read its token"));

        machinery.transactionManager.failures.set(0);
        node.catchUp("ledger");
        Awaitility.await().until(() -> node.admin.get("ledger").state().equals("running"));
        assertThat(node.admin.get("ledger").alarms()).isEmpty();
    }

    @Test
    void measuresLagPositionAndDeadLetters() {
        Ledger.JAVA_FAILS.add("bad");
        Node node = machinery.node(Ledger.definition("ledger", 1, 100)).start();
        machinery.deposit("bad", 1);
        node.catchUp("ledger");
        node.watch.look();
        assertThat(gauge("kiwi.projection.heartbeat")).isBetween(0.0, 10.0);
        node.admin.pause("ledger");
        machinery.deposit("a", 1, 1, 1);
        node.watch.look();

        assertThat(gauge("kiwi.projection.lag")).isEqualTo(3);
        assertThat(gauge("kiwi.projection.position")).isEqualTo(machinery.head() - 3);
        assertThat(gauge("kiwi.projection.heartbeat"))
                .as("a paused one owes no heartbeat")
                .isZero();
        assertThat(letters("kiwi.deadletters")).isEqualTo(1);
        assertThat(node.admin.get("ledger").alarms()).singleElement().asString().startsWith("1 events are parked");
    }

    @Test
    void whenAQueueIsFilledToFourFifthsThenThatIsAnAlarm() {
        Node node = machinery.node(Ledger.definition("ledger", 1, 100)).start();
        machinery.jdbc.sql("""
                        insert into pm.dead_letter (dead_letter_id, processing_group, sequence_identifier, sequence_index,
                            message_type, event_identifier, time_stamp, payload_type, payload, enqueued_at)
                        select n::text, 'ledger', n::text, 0, 't', 'e', 't', 'p', '', 't' from generate_series(1, 820) n
                        """).update();

        assertThat(node.admin.get("ledger").alarms())
                .anyMatch(alarm -> alarm.startsWith("The dead letters are nearly full (820 of 1024 sequences"));
        assertThat(letters("kiwi.deadletters.fill")).isEqualTo(820 / 1024.0);
        assertThat(node.admin.get("ledger").deadLetters()).isEqualTo(820);
    }

    @Test
    void aSecondNodeTakesOverWhenTheFirstIsGone() {
        Node first = machinery.node(Ledger.definition("ledger", 2, 100)).start();
        Node second = machinery.node(Ledger.definition("ledger", 2, 100)).start();
        machinery.deposits(20, 200);
        first.catchUp("ledger");
        first.close();
        machinery.deposits(20, 200);
        second.catchUp("ledger");

        assertThat(machinery.count("ledger.booking")).isEqualTo(400);
    }

    @Test
    void aProcessorWithNothingToDoStillShowsThatItIsAlive() {
        Node node = machinery.node(Ledger.definition("ledger", 2, 100)).start();
        machinery.deposit("a", 1);
        node.catchUp("ledger");
        Instant before = node.stores.tokens().heartbeats().get("ledger");

        Awaitility.await()
                .until(() -> node.stores.tokens().heartbeats().get("ledger").isAfter(before));
    }

    @Test
    void whenNobodyIsAtWorkOnASegmentForHalfAMinuteThenThatIsAnAlarm() {
        MovableClock clock = new MovableClock(Instant.parse("2026-11-21T12:00:00Z"));
        machinery.clock = clock;
        Node gone = machinery.node(Ledger.definition("ledger", 2, 100)).start();
        machinery.deposit("a", 1);
        gone.catchUp("ledger");
        gone.close();
        machinery
                .jdbc
                .sql("update pm.token_entry set claimed_at = ? where processor_name = 'ledger' and segment = 1")
                .param(DateTimeUtils.formatInstant(Instant.now().minusSeconds(60)))
                .update();

        Node watching = machinery.node(false, Ledger.definition("ledger", 2, 100));
        assertThat(watching.admin.get("ledger").alarms())
                .as("it may just be coming")
                .isEmpty();
        clock.advance(Duration.ofSeconds(40));
        assertThat(watching.admin.get("ledger").alarms())
                .singleElement()
                .asString()
                .startsWith("No heartbeat for 40 s")
                .contains("--role");
    }

    @Test
    void whenNoLiveVersionFitsTheCodeThenThatIsAnAlarm() {
        MovableClock clock = new MovableClock(Instant.parse("2026-11-21T12:00:00Z"));
        machinery.clock = clock;
        Node first = machinery.node(Ledger.definition("ledger", 1, 100)).start();
        first.watch.look();
        assertThat(gauge("kiwi.projection.failed")).isZero();
        first.close();
        machinery.jdbc.sql("update pm.projection set definition_hash = 'other'").update();

        Node watching = machinery.node(false, Ledger.definition("ledger", 1, 100));
        watching.watch.look();
        clock.advance(Duration.ofSeconds(11));
        assertThat(watching.admin.get("ledger").alarms())
                .singleElement()
                .asString()
                .startsWith("Failed:");
    }

    private double letters(String name) {
        return machinery.meters.get(name).tag("group", "ledger").gauge().value();
    }

    private double gauge(String name) {
        return machinery.meters.get(name).tag("projection", "ledger").gauge().value();
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
