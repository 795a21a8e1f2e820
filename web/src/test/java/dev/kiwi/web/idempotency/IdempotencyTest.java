package dev.kiwi.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.embedded.MovableClock;
import dev.kiwi.web.fixture.Api;
import dev.kiwi.web.fixture.HttpTest;
import dev.kiwi.web.fixture.KnownCredentials;
import dev.kiwi.web.fixture.TestRoutes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@HttpTest
class IdempotencyTest {
    @Autowired
    Api api;

    @Autowired
    KnownCredentials credentials;

    @Autowired
    TestRoutes routes;

    @Autowired
    MovableClock clock;

    @Autowired
    IdempotencyRecords records;

    @Autowired
    DataSource dataSource;

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void reset() {
        routes.slow = Mono.just("slow");
    }

    @Test
    void theSecondRequestGetsTheFirstOnesAnswerAndTheHandlerDoesNotRun() {
        String session = credentials.session(false);
        String first = text(
                write(session, key).expectStatus().isCreated().expectHeader().doesNotExist("Idempotent-Replay"));
        int runs = routes.runs.get();
        ResponseSpec again = write(session, key);
        assertThat(text(again.expectStatus()
                        .isCreated()
                        .expectHeader()
                        .valueEquals("Idempotent-Replay", "true")
                        .expectHeader()
                        .contentType(MediaType.APPLICATION_JSON)
                        .expectHeader()
                        .valueEquals("X-Content-Type-Options", "nosniff")))
                .isEqualTo(first);
        assertThat(routes.runs).hasValue(runs);
    }

    @Test
    void anEmptyAnswerIsReplayedToo() {
        WebTestClient client = api.with(credentials.session(false));
        int before = routes.runs.get();
        client.delete()
                .uri("/t/writes")
                .header("Idempotency-Key", key)
                .exchange()
                .expectStatus()
                .isNoContent();
        client.delete()
                .uri("/t/writes")
                .header("Idempotency-Key", key)
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectHeader()
                .valueEquals("Idempotent-Replay", "true");
        assertThat(routes.runs).hasValue(before + 1);
    }

    @Test
    void methodSubjectAndKeyMakeTheIdentity() {
        String session = credentials.session(false);
        write(session, key).expectStatus().isCreated();
        fresh(write(credentials.session(false), key));
        fresh(write(session, key + "x"));
        fresh(api.with(session)
                .delete()
                .uri("/t/writes")
                .header("Idempotency-Key", key)
                .exchange());
    }

    @Test
    void aKeyOf201CharactersAndAnEmptyOneAreIgnored() {
        String session = credentials.session(false);
        for (String ignored : List.of("k".repeat(201), "")) {
            fresh(write(session, ignored));
            fresh(write(session, ignored));
        }
        write(session, "k".repeat(200));
        replayed(write(session, "k".repeat(200)));
    }

    @Test
    void aSecondRequestWhileTheFirstIsRunningIs409() {
        String session = credentials.session(false);
        Sinks.One<String> gate = Sinks.one();
        routes.slow = gate.asMono();
        CompletableFuture<ResponseSpec> first = CompletableFuture.supplyAsync(() -> slow(session));
        Awaitility.await()
                .until(() ->
                        slow(session).returnResult(String.class).getStatus().value() == 409);
        slow(session)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo("conflict");
        gate.tryEmitValue("done");
        first.join().expectStatus().isOk();
        replayed(slow(session));
    }

    @Test
    void aClientThatHangsUpFindsTheAnswerLater() {
        String session = credentials.session(false);
        Sinks.One<String> gate = Sinks.one();
        routes.slow = gate.asMono();
        int before = routes.runs.get();
        Disposable call = WebClient.create(api.url())
                .post()
                .uri("/t/slow")
                .header("Authorization", "Bearer " + session)
                .header("Idempotency-Key", key)
                .retrieve()
                .toBodilessEntity()
                .onErrorComplete()
                .subscribe();
        Awaitility.await().until(() -> routes.runs.get() == before + 1);
        call.dispose();
        gate.tryEmitValue("done");
        AtomicReference<ResponseSpec> again = new AtomicReference<>();
        Awaitility.await().until(() -> {
            again.set(slow(session));
            return again.get().returnResult(Void.class).getStatus().is2xxSuccessful();
        });
        assertThat(again.get().returnResult(Void.class).getResponseHeaders().getFirst("Idempotent-Replay"))
                .isEqualTo("true");
        assertThat(routes.runs).hasValue(before + 1);
    }

    @Test
    void anAnswerIsKeptForADayAndThenPurged() {
        String session = credentials.session(false);
        write(session, key);
        clock.advance(Duration.ofSeconds(86_399));
        replayed(write(session, key));
        clock.advance(Duration.ofSeconds(1));
        fresh(write(session, key));
        clock.advance(Duration.ofDays(2));
        assertThat(records.purge()).isPositive();
        assertThat(rows("select count(*) from web.idempotency")).isZero();
    }

    @Test
    void aReplayStillNeedsAGoodCredential() {
        String session = credentials.session(false);
        write(session, key).expectStatus().isCreated();
        credentials.revoke(session);
        write(session, key).expectStatus().isUnauthorized();
    }

    @Test
    void aReplayCostsNothingAndShowsNoLimit() {
        WebTestClient client = api.with(credentials.token(0));
        client.post()
                .uri("/v1/t/limited")
                .header("Idempotency-Key", key)
                .exchange()
                .expectHeader()
                .valueEquals("X-RateLimit-Remaining", "119");
        replayed(client.post()
                        .uri("/v1/t/limited")
                        .header("Idempotency-Key", key)
                        .exchange())
                .expectHeader()
                .doesNotExist("X-RateLimit-Remaining");
        client.get().uri("/v1/t/scope").exchange().expectHeader().valueEquals("X-RateLimit-Remaining", "118");
    }

    @Test
    void anonymousCallersAreToldApartByAddressAndBody() {
        WebTestClient one = api.client();
        fresh(anonymous(one, "{\"a\":1}"));
        replayed(anonymous(one, "{\"a\":1}"));
        fresh(anonymous(one, "{\"a\":2}"));
        fresh(anonymous(api.client(), "{\"a\":1}"));
    }

    /** As many as reads, so that nobody without a credential fills the store. */
    @Test
    void anonymousCallersHaveThirtyKeysAMinute() {
        WebTestClient one = api.client();
        for (int i = 0; i < 30; i++) {
            anonymous(one, "{\"a\":" + i + "}");
        }
        one.post()
                .uri("/t/anonymous")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"a\":30}")
                .exchange()
                .expectStatus()
                .isEqualTo(429);
    }

    @Test
    void loginIsAlwaysProcessed() {
        WebTestClient client = api.client();
        fresh(client.post().uri("/auth/login").header("Idempotency-Key", key).exchange());
        fresh(client.post().uri("/auth/login").header("Idempotency-Key", key).exchange());
    }

    @Test
    void aSecretThatIsShownOnceIsNotReadableInTheStore() {
        String session = credentials.session(false);
        assertThat(text(write(session, key))).contains("kiwi_shown_once");
        assertThat(rows("select count(*) from web.idempotency where position('kiwi_shown_once'::bytea in body) > 0"))
                .isZero();
        assertThat(rows("select count(*) from web.idempotency where body is not null"))
                .isPositive();
    }

    private ResponseSpec write(String session, String idempotencyKey) {
        return api.with(session)
                .post()
                .uri("/t/writes")
                .header("Idempotency-Key", idempotencyKey)
                .exchange();
    }

    private ResponseSpec slow(String session) {
        return api.with(session)
                .post()
                .uri("/t/slow")
                .header("Idempotency-Key", key)
                .exchange();
    }

    private ResponseSpec anonymous(WebTestClient client, String body) {
        return client.post()
                .uri("/t/anonymous")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static void fresh(ResponseSpec response) {
        response.expectHeader().doesNotExist("Idempotent-Replay");
    }

    private static ResponseSpec replayed(ResponseSpec response) {
        return response.expectHeader().valueEquals("Idempotent-Replay", "true");
    }

    private static String text(ResponseSpec response) {
        return response.expectBody(String.class).returnResult().getResponseBody();
    }

    private long rows(String sql) {
        return JdbcClient.create(dataSource).sql(sql).query(Long.class).single();
    }
}
