package dev.kiwi.web.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class RecorderTest {
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();
    private final CountDownLatch storeIsFree = new CountDownLatch(1);
    private volatile RuntimeException fault;
    private Recorder<Integer> recorder = new Recorder<>("test", this::write, meters);

    private void write(List<Integer> batch) {
        if (fault != null) {
            throw fault;
        }
        batches.add(List.copyOf(batch));
    }

    @AfterEach
    void close() {
        storeIsFree.countDown();
        recorder.close();
    }

    private void add(int from, int to) {
        IntStream.range(from, to).forEach(recorder::add);
    }

    private List<Integer> written() {
        return batches.stream().flatMap(List::stream).toList();
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private double count(String name) {
        return meters.get(name).tag("log", "test").counter().count();
    }

    @Test
    void aLoneRecordIsWrittenWithinASecond() {
        add(0, 1);
        await().atMost(Duration.ofSeconds(1)).until(() -> written().equals(List.of(0)));
        add(1, 3);
        await().atMost(Duration.ofSeconds(1)).until(() -> written().equals(List.of(0, 1, 2)));
        assertThat(batches).hasSize(2);
        assertThat(count("kiwi.telemetry.records")).isEqualTo(3);
        assertThat(meters.get("kiwi.telemetry.flush").timer().count()).isEqualTo(2);
    }

    @Test
    void theRestIsWrittenAtTheStop() {
        add(0, 199);
        recorder.close();
        assertThat(written()).isEqualTo(numbers(0, 199));
    }

    @Test
    void beyondItsCapacityTheOldestAreDroppedAndNobodyWaits() {
        recorder = new Recorder<>(
                "slow",
                batch -> {
                    awaitStore();
                    write(batch);
                },
                meters);
        add(0, Recorder.BATCH);
        await().until(() ->
                meters.get("kiwi.telemetry.queued").tag("log", "slow").gauge().value() == 0);
        add(1_000, 1_000 + Recorder.CAPACITY + 7);
        storeIsFree.countDown();
        recorder.close();
        List<Integer> kept = written();
        assertThat(kept.subList(0, Recorder.BATCH)).isEqualTo(numbers(0, Recorder.BATCH));
        assertThat(kept.subList(Recorder.BATCH, kept.size())).isEqualTo(numbers(1_007, 1_007 + Recorder.CAPACITY));
        assertThat(meters.get("kiwi.telemetry.dropped")
                        .tag("log", "slow")
                        .counter()
                        .count())
                .isEqualTo(7);
    }

    private void awaitStore() {
        try {
            storeIsFree.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatTheStoreCouldNotTakeIsWrittenInOrderOnceItIsBack() {
        fault = new DataAccessResourceFailureException("gone", new SQLTransientConnectionException());
        add(0, 3);
        await().until(() -> meters.get("kiwi.telemetry.flush").timer().count() > 0);
        add(3, 5);
        fault = null;
        await().until(() -> written().equals(numbers(0, 5)));
        assertThat(count("kiwi.telemetry.dropped")).isZero();
    }

    @Test
    void aBatchThatTheStoreRefusesIsLostAndTheNextOneIsNot() {
        fault = new IllegalArgumentException("not a record");
        add(0, 3);
        await().until(() -> count("kiwi.telemetry.dropped") == 3);
        fault = null;
        add(3, 5);
        await().until(() -> written().equals(numbers(3, 5)));
    }
}
