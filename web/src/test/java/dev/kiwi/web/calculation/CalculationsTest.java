package dev.kiwi.web.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.query.gamedata.GameFile;
import dev.kiwi.query.stat.StatTables;
import dev.kiwi.web.http.BlockingWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where calculations run, and how many. */
class CalculationsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingWork blocking = new BlockingWork();

    @AfterEach
    void close() {
        blocking.close();
    }

    @Test
    void aShortOneRunsHereOnceItsFileIsRead() {
        Calculations calculations = new Calculations(blocking, 1, 1);
        GameFile<StatTables> file = new GameFile<>(StatTables.class, "stat-tables.json");
        Thread first = calculations
                .quick(file, () -> {
                    file.get();
                    return Thread.currentThread();
                })
                .block(PATIENCE);
        assertThat(first).isNotSameAs(Thread.currentThread());
        assertThat(calculations.quick(file, Thread::currentThread).block(PATIENCE))
                .isSameAs(Thread.currentThread());
    }

    @Test
    void longOnesRunElsewhereInTheirTurn() throws Exception {
        Calculations calculations = new Calculations(blocking, 1, 2);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch goOn = new CountDownLatch(1);
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            answers.add(calculations
                    .heavy(() -> {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        awaited(goOn);
                        return running.getAndDecrement();
                    })
                    .toFuture());
        }
        assertThatThrownBy(() -> calculations.heavy(() -> 0).block(PATIENCE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
        goOn.countDown();
        for (CompletableFuture<Integer> answer : answers) {
            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
        assertThat(most).hasValue(1);
        assertThat(calculations.heavy(() -> 7).block(PATIENCE)).isEqualTo(7);
    }

    /** One that fails gives its place back. */
    @Test
    void aFailureIsTheCallersAndFreesThePlace() {
        Calculations calculations = new Calculations(blocking, 1, 0);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> calculations
                            .heavy(() -> {
                                throw new Refusal(ErrorCode.BAD_REQUEST, "no");
                            })
                            .block(PATIENCE))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("no");
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
