package dev.kiwi.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.MetadataKeys;
import dev.kiwi.api.kernel.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands run off the caller's thread, few at a time, and their failures are answers (trap 9). */
class AxonCommandDispatcherTest {
    private record Ping() {}

    private static final CommandContext CONTEXT = CommandContext.system("request-1");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final AxonCommandDispatcher dispatcher = new AxonCommandDispatcher(bus, 2, 3, meters);

    @AfterEach
    void stop() {
        dispatcher.close();
    }

    @Test
    void neverRunsOnTheCallersThread() {
        AtomicReference<Thread> handler = new AtomicReference<>();
        handle(command -> {
            handler.set(Thread.currentThread());
            return "pong";
        });
        assertThat(send().join()).isEqualTo(new Dispatched<>("pong", -1));
        assertThat(handler.get()).isNotSameAs(Thread.currentThread());
        assertThat(handler.get().isVirtual()).isTrue();
    }

    @Test
    void theContextTravelsAsMetadata() {
        AtomicReference<Map<String, ?>> seen = new AtomicReference<>();
        handle(command -> {
            seen.set(command.getMetaData());
            return null;
        });
        send().join();
        assertThat(seen.get().get(MetadataKeys.ACTOR_KIND)).isEqualTo("system");
        assertThat(seen.get().get(MetadataKeys.REQUEST_ID)).isEqualTo("request-1");
        assertThat(seen.get().containsKey(MetadataKeys.IP)).isFalse();
    }

    @Test
    void twoRunThreeWaitAndTheNextIsRefusedAtOnce() {
        CountDownLatch gate = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        handle(command -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            gate.await();
            running.decrementAndGet();
            return null;
        });
        List<CompletableFuture<Dispatched<Object>>> admitted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            admitted.add(send());
        }
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> running.get() == 2);

        Awaitility.await()
                .untilAsserted(() -> assertThat(gauge("kiwi.commands.waiting")).isEqualTo(3));
        assertThat(gauge("kiwi.commands.running")).isEqualTo(2);

        assertRefused(send(), ErrorCode.SERVICE_UNAVAILABLE, Map.of("retry_after", 1));
        assertThat(count("overloaded")).isEqualTo(1);

        gate.countDown();
        assertThat(admitted)
                .allSatisfy(answer -> assertThat(answer.join().position()).isEqualTo(-1));
        assertThat(count("success")).isEqualTo(5);
        assertThat(most).hasValue(2);
        Awaitility.await().untilAsserted(() -> assertThat(send().join()).isNotNull());
    }

    @Test
    void aConflictIsTriedAgainUntilItSucceeds() {
        AtomicInteger tries = new AtomicInteger();
        handle(command -> {
            if (tries.incrementAndGet() < 4) {
                throw new ConcurrencyException("somebody was faster");
            }
            return tries.get();
        });
        assertThat(send().join().result()).isEqualTo(4);
    }

    @Test
    void aConflictThatNeverEndsIsRefusedAsOne() {
        AtomicInteger tries = new AtomicInteger();
        handle(command -> {
            tries.incrementAndGet();
            throw new AggregateStreamCreationException("there already");
        });
        assertRefused(send(), ErrorCode.CONFLICT, null);
        assertThat(tries).hasValue(8);
    }

    @Test
    void countsWhatCommandsCameTo() {
        List<RuntimeException> failures = List.of(
                new Refusal(ErrorCode.EMAIL_TAKEN, "Taken."),
                new ConcurrencyException("somebody was faster"),
                new EventStoreException("reading failed", new SQLException("gone", "08006")),
                new IllegalStateException("a bug"));
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        handle(command -> {
            throw failure.get();
        });
        failures.forEach(next -> {
            failure.set(next);
            assertThatThrownBy(() -> send().join()).isInstanceOf(CompletionException.class);
        });
        assertThat(List.of("refused", "conflict", "unavailable", "failed"))
                .allSatisfy(outcome -> assertThat(count(outcome)).isEqualTo(1));
    }

    @Test
    void aRefusalPassesAsItIs() {
        Refusal refusal = new Refusal(ErrorCode.EMAIL_TAKEN, "Taken.");
        handle(command -> {
            throw refusal;
        });
        assertThatThrownBy(() -> send().join()).hasCause(refusal);
    }

    @Test
    void anUnknownAggregateIsNotFound() {
        handle(command -> {
            throw new AggregateNotFoundException("token:1", "none");
        });
        assertRefused(send(), ErrorCode.NOT_FOUND, null);
    }

    @Test
    void aDatabaseThatIsAwayIsUnavailable() {
        handle(command -> {
            throw new EventStoreException("reading failed", new SQLException("gone", "08006"));
        });
        assertRefused(send(), ErrorCode.SERVICE_UNAVAILABLE, Map.of("retry_after", 1));
    }

    @Test
    void aFaultIsToldAsItIs() {
        handle(command -> {
            throw new IllegalStateException("a bug");
        });
        assertThatThrownBy(() -> send().join()).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void afterTheCloseCommandsAreRefused() {
        dispatcher.close();
        assertRefused(send(), ErrorCode.SERVICE_UNAVAILABLE, Map.of("retry_after", 1));
    }

    private long count(String outcome) {
        return meters.get("kiwi.commands")
                .tags("command", "Ping", "outcome", outcome)
                .timer()
                .count();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private void handle(MessageHandler<CommandMessage<?>> handler) {
        bus.subscribe(Ping.class.getName(), handler);
    }

    private CompletableFuture<Dispatched<Object>> send() {
        return dispatcher.dispatch(new Ping(), CONTEXT);
    }

    private static void assertRefused(CompletableFuture<?> answer, ErrorCode code, Object details) {
        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.details()).isEqualTo(details);
                });
    }
}
