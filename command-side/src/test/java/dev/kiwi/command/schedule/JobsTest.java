package dev.kiwi.command.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.eventstore.EventStoreConfiguration;
import dev.kiwi.embedded.TestStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ticks by hand: no test waits for a timer. */
class JobsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final AtomicInteger runs = new AtomicInteger();
    private TestStores.Database database;
    private Jobs first;
    private Jobs second;

    @BeforeEach
    void open() {
        database = TestStores.freshDatabase();
        EventStoreConfiguration.flyway(database.dataSource()).migrate();
        first = node("first", NOW, counting());
        second = node("second", NOW, counting());
    }

    @AfterEach
    void close() {
        first.stop();
        second.stop();
    }

    private ScheduledJob counting() {
        return new ScheduledJob("count", Duration.ofMinutes(10), () -> runs.incrementAndGet() + " runs");
    }

    private static ScheduledJob failing() {
        return new ScheduledJob("count", Duration.ofMinutes(10), () -> {
            throw new IOException("disk full");
        });
    }

    private Jobs node(String name, Instant now, ScheduledJob... jobs) {
        // It moves on a little with every look, as real ones do.
        AtomicInteger looks = new AtomicInteger();
        InstantSource clock = () -> now.plusNanos(looks.incrementAndGet());
        return new Jobs(
                List.of(jobs),
                new Leadership(database.dataSource()),
                new JobTable(database.dataSource(), clock.withZone(ZoneOffset.UTC)),
                name,
                clock.withZone(ZoneOffset.UTC));
    }

    private static void tickUntilFinished(Jobs node) {
        tickUntil(node, status -> status.finishedAt() != null && !status.running());
    }

    private static void tickUntil(Jobs node, Predicate<JobStatus> condition) {
        node.tick();
        await().until(() -> condition.test(node.list().getFirst()));
    }

    @Test
    void onlyTheLeaderRunsWhatIsDueAndOnlyWhenItIs() {
        tickUntilFinished(first);
        second.tick();
        first.tick();
        assertThat(runs).hasValue(1);
        JobStatus status = second.list().getFirst();
        assertThat(status.node()).isEqualTo("first");
        assertThat(status.lastResult()).isEqualTo("1 runs");
        assertThat(status.nextDue()).isCloseTo(NOW.plus(Duration.ofMinutes(10)), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void anotherNodeTakesOverWhenTheLeadersSessionIsGone() {
        tickUntilFinished(first);
        Jobs later = node("later", NOW.plus(Duration.ofMinutes(11)), counting());
        later.tick();
        assertThat(runs).as("the first node still leads").hasValue(1);

        JdbcClient.create(database.dataSource())
                .sql("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()")
                .query()
                .listOfRows();
        await().until(() -> {
            later.tick();
            return runs.get() == 2;
        });
        await().until(() -> !later.list().getFirst().running());
        assertThat(first.list().getFirst().node()).isEqualTo("later");
        later.stop();
    }

    @Test
    void anyNodeMayAskForARunAndTheLeaderDoesIt() {
        tickUntilFinished(first);
        assertThat(second.runNow("count").requested()).isTrue();
        first.tick();
        await().until(() -> runs.get() == 2);
        await().until(() -> !first.list().getFirst().requested());
        assertThatThrownBy(() -> second.runNow("nothing"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void aFailureIsToldAndTheJobRunsAgainInItsTurn() {
        first.stop();
        Jobs failing = node("failing", NOW, failing());
        tickUntilFinished(failing);
        assertThat(failing.list().getFirst().lastError()).contains("disk full");
        assertThat(failing.list().getFirst().nextDue())
                .isCloseTo(NOW.plus(Duration.ofMinutes(10)), within(1, ChronoUnit.SECONDS));
        failing.stop();
    }

    @Test
    void aFailureOrAHangingJobKeepsNoOtherFromItsTurn() {
        first.stop();
        CountDownLatch never = new CountDownLatch(1);
        Jobs node = node(
                "node",
                NOW,
                new ScheduledJob("a-hanging", Duration.ofDays(1), () -> {
                    never.await();
                    return "released";
                }),
                new ScheduledJob("a-failing", Duration.ofDays(1), () -> {
                    throw new IllegalStateException("broken");
                }),
                counting());
        node.tick();
        await().until(() -> runs.get() == 1);
        await().until(() ->
                node.list().stream().anyMatch(job -> job.name().equals("a-failing") && job.lastError() != null));
        await().until(() ->
                node.list().stream().anyMatch(job -> job.name().equals("count") && job.succeededAt() != null));
        never.countDown();
        await().until(() -> node.list().stream().noneMatch(JobStatus::running));
        node.stop();
    }

    @Test
    void theLeaderMeasuresHowLongAgoAJobSucceededAndWhetherItFails() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        tickUntilFinished(first);
        first.stop();
        Jobs failing = node("failing", NOW.plus(Duration.ofMinutes(11)), failing());
        new JobMetrics(failing).bindTo(meters);
        assertThat(meters.get("kiwi.leader").gauge().value()).isZero();
        assertThat(gauge(meters, "age")).isNaN();

        tickUntil(failing, status -> status.lastError() != null);
        failing.tick();
        assertThat(meters.get("kiwi.leader").gauge().value()).isOne();
        assertThat(gauge(meters, "age")).isCloseTo(660, within(1.0));
        assertThat(gauge(meters, "interval")).isEqualTo(600);
        assertThat(gauge(meters, "failed")).isOne();
        assertThat(failing.alarms()).singleElement().asString().contains("Job count failed", "/admin/jobs/count/run");
        failing.stop();
    }

    @Test
    void aJobThatNobodyRunsIsAnAlarmOnEveryNode() {
        tickUntilFinished(first);
        assertThat(second.alarms()).isEmpty();
        Jobs later = node("later", NOW.plus(Duration.ofMinutes(12)), counting());
        assertThat(later.alarms()).singleElement().asString().contains("no node leads");
        later.stop();
    }

    private static double gauge(SimpleMeterRegistry meters, String what) {
        return meters.get("kiwi.job." + what).tag("name", "count").gauge().value();
    }

    @Test
    void aJobNeverRunsTwiceAtOnce() {
        first.stop();
        CountDownLatch end = new CountDownLatch(1);
        Jobs slow = node("slow", NOW, new ScheduledJob("count", Duration.ofMinutes(10), () -> {
            runs.incrementAndGet();
            end.await();
            return "done";
        }));
        slow.tick();
        await().until(() -> runs.get() == 1);
        slow.runNow("count");
        slow.tick();
        assertThat(slow.list().getFirst().running()).isTrue();
        end.countDown();
        await().until(() -> !slow.list().getFirst().running());
        assertThat(runs).hasValue(1);
        slow.stop();
    }
}
