package dev.kiwi.web.position;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.Actor;
import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.fixture.Api;
import dev.kiwi.web.fixture.HttpTest;
import dev.kiwi.web.fixture.KnownBuses;
import dev.kiwi.web.fixture.KnownCredentials;
import dev.kiwi.web.fixture.KnownProjections;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@HttpTest
class ReadYourWritesTest {
    @Autowired
    Api api;

    @Autowired
    KnownCredentials credentials;

    @Autowired
    KnownProjections projections;

    @Autowired
    KnownBuses buses;

    @BeforeEach
    void setUp() {
        projections.apply(Projection.TOKEN.key(), 10);
        projections.apply(Projection.LEADERBOARDS.key(), 10);
    }

    @Test
    void aReadWaitsUntilAllItsProjectionsHaveReachedThePosition() {
        CompletableFuture<ResponseSpec> read = CompletableFuture.supplyAsync(() -> read("12"));
        projections.apply(Projection.TOKEN.key(), 12);
        assertThat(read).isNotDone();
        projections.apply(Projection.LEADERBOARDS.key(), 12);
        read.join().expectStatus().isOk();
    }

    @Test
    void aReadThatWaitsTooLongIs503() {
        read("11")
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "1")
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo("service_unavailable");
    }

    @Test
    void withoutTheHeaderOrWithoutProjectionsNothingWaits() {
        api.client().get().uri("/t/reads").exchange().expectStatus().isOk();
        api.client()
                .get()
                .uri("/t/open")
                .header("Kiwi-Min-Position", "999")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "", "1.5", "99999999999999999999"})
    void whatIsNoPositionIs400(String position) {
        read(position)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo("bad_request");
    }

    @Test
    void aCommandCarriesTheRequestsContextAndAnswersWithItsPosition() {
        String session = credentials.session(false);
        api.from("203.0.113.50")
                .post()
                .uri("/t/command?text=rename")
                .header("Authorization", "Bearer " + session)
                .header("X-Request-ID", "rename-1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Kiwi-Position", "[0-9]+")
                .expectBody(String.class)
                .isEqualTo("rename");
        CommandContext context = buses.contexts.stream()
                .filter(c -> c.requestId().equals("rename-1"))
                .findFirst()
                .orElseThrow();
        String account = "account" + session.replaceAll("\\D", "");
        assertThat(context)
                .isEqualTo(new CommandContext(
                        Actor.account(account), account, "rename-1", "rename-1", null, "203.0.113.50"));
    }

    @Test
    void aCommandWithoutEventsHasNoPosition() {
        api.with(credentials.session(false))
                .post()
                .uri("/t/command?text=nothing")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("Kiwi-Position");
    }

    @Test
    void anAwaitedCommandAnswersWhenItsProjectionHasIt() {
        String position = api.with(credentials.session(false))
                .post()
                .uri("/t/command/await")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst("Kiwi-Position");
        assertThat(projections.applied(Projection.ACCOUNT.key())).isGreaterThanOrEqualTo(Long.parseLong(position));
    }

    @Test
    void aQueryAnswers() {
        api.client().get().uri("/t/query").exchange().expectBody(String.class).isEqualTo("question");
    }

    private ResponseSpec read(String position) {
        return api.client()
                .get()
                .uri("/t/reads")
                .header("Kiwi-Min-Position", position)
                .exchange();
    }
}
