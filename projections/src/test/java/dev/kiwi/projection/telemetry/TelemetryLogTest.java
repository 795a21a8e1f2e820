package dev.kiwi.projection.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.usage.RecordedRequest;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.usage.UsageLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log on a real Postgres: nothing is lost, nothing counts twice, and what is old goes. */
class TelemetryLogTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final DataSource dataSource = TestStores.freshDatabase().dataSource();
    private final JdbcClient sql = JdbcClient.create(dataSource);
    private TelemetryLog<RecordedRequest> log;
    private LogProjector projector;

    @BeforeEach
    void start() {
        new TelemetrySchema(dataSource);
        log = new TelemetryLog<>(dataSource, UsageLog.LOG);
        projector = new LogProjector(dataSource, UsageLog.BY_HOUR);
    }

    private static RecordedRequest request(Instant at, String user, int status) {
        return new RecordedRequest(at, user, "t-" + user, "GET", "/v1/a/{id}", "/v1/a/1", status, null, 1_500, "req_1");
    }

    private List<Long> positions() {
        return sql.sql("select position from telemetry.usage_event order by position")
                .query(Long.class)
                .list();
    }

    private String checksum() {
        return sql.sql(
                        "select md5(coalesce(string_agg(u::text, ',' order by u::text), '')) from telemetry.usage_hour u")
                .query(String.class)
                .single();
    }

    private List<String> partitions() {
        return sql.sql("select relname from pg_class where relname like 'usage_batch_2%' and relkind = 'r' order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void appendersFromTwoNodesGetPositionsWithoutGaps() {
        TelemetryLog<RecordedRequest> other = new TelemetryLog<>(dataSource, UsageLog.LOG);
        List<CompletableFuture<Void>> writers = Stream.of(log, other)
                .map(node -> CompletableFuture.runAsync(() -> IntStream.range(0, 20)
                        .forEach(n -> node.append(Collections.nCopies(3, request(NOON, "ada", 200))))))
                .toList();
        writers.forEach(CompletableFuture::join);
        assertThat(positions())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 120).boxed().toList());
        assertThat(projector.standing()).isEqualTo(new LogProjector.Standing("usage", 120, 0, 120));
    }

    @Test
    void recordsOfAnAppendThatShareTokenAndHourAreOneRowAndKeepTheirPlaces() {
        log.append(List.of(
                request(NOON, "ada", 200),
                request(NOON, "bob", 200),
                request(NOON.plusSeconds(1), "ada", 404),
                request(NOON.plusSeconds(3600), "ada", 200)));
        assertThat(sql.sql("select user_id || ' ' || nth::text || ' ' || errors from telemetry.usage_batch order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("ada {0,2} true", "ada {3} false", "bob {1} false");
        assertThat(sql.sql("select user_id from telemetry.usage_event order by position")
                        .query(String.class)
                        .list())
                .containsExactly("ada", "bob", "ada", "ada");
    }

    @Test
    void keepsWhateverIsInARecord() {
        log.append(List.of(new RecordedRequest(
                NOON, "ada", "t1", "GET", "/v1/{name}", "/v1/{\"x\\,}'é", 404, "not_found", 7, "req:1")));
        assertThat(sql.sql("select path, error_code, created_at = '2026-11-21T12:00:00Z' as same_time"
                                + " from telemetry.usage_event")
                        .query()
                        .singleRow())
                .containsEntry("path", "/v1/{\"x\\,}'é")
                .containsEntry("error_code", "not_found")
                .containsEntry("same_time", true);
    }

    @Test
    void aBatchAcrossMidnightGoesToTwoDays() {
        log.append(List.of(
                request(Instant.parse("2026-11-21T23:59:59.999Z"), "ada", 200),
                request(Instant.parse("2026-11-22T00:00:00Z"), "ada", 200)));
        assertThat(partitions()).containsExactly("usage_batch_20261121", "usage_batch_20261122");
    }

    @Test
    void aDayThatAnotherNodeHasDroppedIsMadeAgain() {
        log.append(List.of(request(NOON, "ada", 200)));
        sql.sql("drop table telemetry.usage_batch_20261121").update();
        log.append(List.of(request(NOON, "ada", 200)));
        assertThat(positions()).containsExactly(2L);
    }

    @Test
    void countsEachRecordOnceHoweverOftenItLooks() {
        log.append(List.of(request(NOON, "ada", 200), request(NOON.plusSeconds(1), "ada", 429)));
        assertThat(projector.advance()).isEqualTo(2);
        log.append(List.of(request(NOON.plusSeconds(2), "ada", 200), request(NOON.plusSeconds(3600), "ada", 200)));
        assertThat(projector.advance()).isEqualTo(2);
        assertThat(projector.advance()).isZero();
        assertThat(sql.sql("select extract(hour from hour at time zone 'UTC') || ' ' || status_code || ' ' || requests"
                                + " || ' ' || duration_us from telemetry.usage_hour order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("12 200 2 3000", "12 429 1 1500", "13 200 1 1500");
    }

    @Test
    void onlyOneNodeCountsAtATime() {
        log.append(List.of(request(NOON, "ada", 200)));
        LogProjector other = new LogProjector(dataSource, UsageLog.BY_HOUR);
        assertThat(projector.<Long>alone(
                        () -> CompletableFuture.supplyAsync(other::advance).join()))
                .isZero();
        assertThat(other.advance()).isEqualTo(1);
    }

    @Test
    void aRebuildCountsTheSameAlsoWhenOldDaysAreGone() {
        for (int day = 0; day < 4; day++) {
            Instant at = NOON.plus(Duration.ofDays(day));
            log.append(List.of(request(at, "ada", 200), request(at.plusSeconds(9), "bob", 404)));
            projector.advance();
        }
        retention(NOON.plus(Duration.ofDays(5)), 3).run();
        String before = checksum();
        assertThat(projector.rebuild()).isEqualTo(4);
        assertThat(checksum()).isEqualTo(before).isNotEqualTo("");
        assertThat(projector.standing().lag()).isZero();

        sql.sql("update telemetry.usage_hour set requests = requests + 1").update();
        assertThat(checksum()).isNotEqualTo(before);
        projector.rebuild();
        assertThat(checksum()).isEqualTo(before);
    }

    private LogRetention retention(Instant now, int days) {
        return new LogRetention(
                dataSource, UsageLog.LOG, projector, Clock.fixed(now, ZoneOffset.UTC), Duration.ofDays(days));
    }

    @Test
    void aDayGoesOnceItsLastRecordIsTooOldAndTheNextOnesAreThere() {
        log.append(List.of(request(NOON, "ada", 200), request(NOON.plus(Duration.ofDays(1)), "ada", 200)));
        projector.advance();
        Instant lastMoment = Instant.parse("2026-12-21T23:59:59.999Z");
        assertThat(retention(lastMoment, 30).run()).isEqualTo("usage: 0 days dropped");
        assertThat(retention(lastMoment.plusMillis(1), 30).run()).isEqualTo("usage: 1 days dropped");
        assertThat(partitions())
                .containsExactly(
                        "usage_batch_20261122",
                        "usage_batch_20261221",
                        "usage_batch_20261222",
                        "usage_batch_20261223",
                        "usage_batch_20261224");
        assertThat(sql.sql("select sum(requests) from telemetry.usage_hour")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
