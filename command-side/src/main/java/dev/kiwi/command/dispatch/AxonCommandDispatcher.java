package dev.kiwi.command.dispatch;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.dispatch.CommandMeters.Outcome;
import dev.kiwi.command.eventstore.CompanionRow;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Runs each command on a virtual thread of its own. Promises: at most {@code concurrent} handlers run at once, at most
 * {@code queued} commands wait for a turn (first come, first served), and whoever comes after that is refused at once.
 */
public final class AxonCommandDispatcher implements CommandDispatcher, AutoCloseable {
    /** Same key as in the log lines of the HTTP layer. */
    private static final String LOG_REQUEST_ID = "rid";

    private final CommandAttempts attempts;
    private final CommandMeters meters;
    private final Semaphore admitted;
    private final Semaphore running;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("command-", 0).factory());

    public AxonCommandDispatcher(CommandBus bus, int concurrent, int queued, MeterRegistry registry) {
        this.attempts = new CommandAttempts(bus);
        this.meters = new CommandMeters(registry);
        this.admitted = new Semaphore(concurrent + queued);
        this.running = new Semaphore(concurrent, true);
        meters.watch(() -> concurrent - running.availablePermits(), running::getQueueLength);
    }

    @Override
    public <R> CompletableFuture<Dispatched<R>> dispatch(
            Object command, CommandContext context, Function<@Nullable R, @Nullable CompanionRow<?>> companion) {
        long begun = System.nanoTime();
        if (!admitted.tryAcquire()) {
            meters.answered(command, Outcome.OVERLOADED, System.nanoTime() - begun);
            return CompletableFuture.failedFuture(busy("Too many commands are waiting; try again in a second."));
        }
        CompletableFuture<Dispatched<R>> answer = new CompletableFuture<>();
        try {
            threads.execute(() -> handle(command, context, companion, answer, begun));
        } catch (RejectedExecutionException e) {
            admitted.release();
            answer.completeExceptionally(busy("Kiwi is stopping; try again in a second."));
        }
        return answer;
    }

    private <R> void handle(
            Object command,
            CommandContext context,
            Function<@Nullable R, @Nullable CompanionRow<?>> companion,
            CompletableFuture<Dispatched<R>> answer,
            long begun) {
        try {
            running.acquireUninterruptibly();
            Dispatched<R> dispatched;
            try (var requestId = MDC.putCloseable(LOG_REQUEST_ID, context.requestId())) {
                dispatched = attempts.run(command, context, companion);
            } finally {
                running.release();
                admitted.release();
            }
            meters.answered(command, Outcome.SUCCESS, System.nanoTime() - begun);
            answer.complete(dispatched);
        } catch (Throwable e) {
            // Whatever it is, the caller has to hear of it: nobody else does.
            Throwable failure = CommandFailures.explain(e);
            meters.answered(command, Outcome.of(failure), System.nanoTime() - begun);
            answer.completeExceptionally(failure);
        }
    }

    static Refusal busy(String message) {
        return new Refusal(ErrorCode.SERVICE_UNAVAILABLE, message, Map.of("retry_after", 1));
    }

    /** Takes no new commands and waits for those that run. */
    @Override
    public void close() {
        threads.close();
    }
}
