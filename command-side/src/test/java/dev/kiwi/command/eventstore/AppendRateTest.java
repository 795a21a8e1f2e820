package dev.kiwi.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.command.locker.Locker.Rent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Not a benchmark: a look at the rate, and proof that the group commit groups. */
class AppendRateTest {
    private static final int IN_FLIGHT = 32;
    private static final int COMMANDS = 4000;

    @Test
    void thirtyTwoCommandsInFlight() throws Exception {
        try (TestNode node = TestNode.start()) {
            run(node, "warm", COMMANDS);
            Appender appender = node.bean(GroupCommitEngine.class).appender();
            long groups = appender.groups();
            long start = System.nanoTime();
            run(node, "hot", COMMANDS);
            double seconds = (System.nanoTime() - start) / 1e9;
            double size = (double) COMMANDS / (appender.groups() - groups);
            System.out.printf(
                    "append rate: %.0f commands/s at %d in flight, %.1f commands a group%n",
                    COMMANDS / seconds, IN_FLIGHT, size);
            assertThat(node.positions()).hasSize(2 * COMMANDS);
            assertThat(size).isGreaterThan(2);
        }
    }

    private static void run(TestNode node, String prefix, int commands) throws Exception {
        CommandDispatcher dispatcher = node.bean(CommandDispatcher.class);
        Semaphore inFlight = new Semaphore(IN_FLIGHT);
        AtomicInteger failures = new AtomicInteger();
        for (int i = 0; i < commands; i++) {
            inFlight.acquire();
            String label = prefix + i;
            CompletableFuture<Dispatched<Object>> answer = dispatcher.dispatch(
                    new Rent("locker:" + label, label, "account:1", "x@y.example"), TestNode.CONTEXT);
            answer.whenComplete((result, failure) -> {
                inFlight.release();
                if (failure != null) {
                    failures.incrementAndGet();
                }
            });
        }
        inFlight.acquire(IN_FLIGHT);
        assertThat(failures).hasValue(0);
    }
}
