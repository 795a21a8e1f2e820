package dev.kiwi.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.fixture.Api;
import dev.kiwi.web.fixture.HttpTest;
import dev.kiwi.web.fixture.KnownCredentials;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import reactor.blockhound.BlockHound;
import reactor.core.publisher.Mono;
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
                    if (watching) {
                        BLOCKED.add(StackWalker.getInstance()
                                .walk(frames -> method + " on " + Thread.currentThread().getName() + " from "
                                        + frames.limit(40).toList()));
                    }
                })
                .install();
        watching = true;
    }

    @AfterAll
    static void stopWatching() {
        watching = false;
    }

    @BeforeEach
    void forget() {
        BLOCKED.clear();
    }

    @Test
    void theGuardIsAwake() {
        Mono.fromCallable(() -> {
                    new java.util.concurrent.CountDownLatch(1).await(1, java.util.concurrent.TimeUnit.MILLISECONDS);
                    return "waited";
                })
                .subscribeOn(Schedulers.parallel())
                .block();
        assertThat(BLOCKED).isNotEmpty();
    }

    @Test
    void requestsOfEveryKindBlockNothing() {
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
        assertThat(BLOCKED).isEmpty();
    }
}
