package dev.kiwi.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.fixture.Api;
import dev.kiwi.web.fixture.HttpTest;
import dev.kiwi.web.fixture.KnownCredentials;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import reactor.blockhound.BlockHound;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Nothing in the request path blocks a thread that must not be blocked. */
@HttpTest
class EventLoopTest {
    private static final List<String> BLOCKED = new CopyOnWriteArrayList<>();
    private static volatile boolean watching;

    @Autowired
    Api api;

    @Autowired
    KnownCredentials credentials;

    @BeforeAll
    static void install() {
        BlockHound.builder()
                .loadIntegrations()
                .blockingMethodCallback(method -> {
                    if (watching && isOurs(Thread.currentThread().getName()) && !isIdle()) {
                        BLOCKED.add(method + " from " + callers());
                    }
                })
                .install();
    }

    /** The test's own client runs on an event loop too; what it does there is not our business. */
    private static boolean isOurs(String thread) {
        return thread.startsWith("webflux-http") || thread.startsWith("lettuce") || thread.startsWith("parallel");
    }

    /** A worker that was already waiting for its next task when the guard came re-enters its wait unmarked. */
    private static boolean isIdle() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getMethodName().equals("getTask")
                        && frame.getClassName().equals(ThreadPoolExecutor.class.getName())));
    }

    private static String callers() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::toStackTraceElement)
                        .map(StackTraceElement::toString)
                        .filter(frame -> !frame.contains("BlockHound"))
                        .limit(15)
                        .collect(java.util.stream.Collectors.joining(" < ")));
    }

    @AfterAll
    static void stopWatching() {
        watching = false;
    }

    /** The first round loads classes, which reads files wherever it happens. */
    @BeforeEach
    void warmUp() {
        watching = false;
        requestEverything();
        BLOCKED.clear();
        watching = true;
    }

    @Test
    void theGuardIsAwake() {
        // A thread of its own: one that was there before the guard may have been looked over for good.
        Scheduler fresh = Schedulers.newParallel("parallel-guarded", 1);
        Mono.fromCallable(() -> {
                    // Not a latch: one whose time is up before it looks does not park.
                    LockSupport.parkNanos(1);
                    return "waited";
                })
                .subscribeOn(fresh)
                .block();
        fresh.dispose();
        assertThat(BLOCKED).isNotEmpty();
    }

    @Test
    void requestsOfEveryKindBlockNothing() {
        requestEverything();
        assertThat(BLOCKED).isEmpty();
    }

    private void requestEverything() {
        String token = credentials.token(0);
        String session = credentials.session(true);
        String key = UUID.randomUUID().toString();
        api.with(token).get().uri("/v1/t/scope").exchange().expectStatus().isOk();
        api.client().get().uri("/v1/t/public").exchange().expectStatus().isOk();
        api.client()
                .get()
                .uri("/no/such")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isNotFound();
        for (int i = 0; i < 2; i++) {
            api.with(session)
                    .post()
                    .uri("/t/writes")
                    .header("Idempotency-Key", key)
                    .exchange()
                    .expectStatus()
                    .isCreated();
        }
        api.with(session)
                .post()
                .uri("/t/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{bad")
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        api.client().get().uri("/actuator/health/readiness").exchange();
    }
}
