package dev.kiwi.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.token.Scope;
import dev.kiwi.embedded.MovableClock;
import dev.kiwi.web.fixture.Api;
import dev.kiwi.web.fixture.HttpTest;
import dev.kiwi.web.fixture.KnownCredentials;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@HttpTest
class LimitHeadersTest {
    @Autowired
    Api api;

    @Autowired
    KnownCredentials credentials;

    @Autowired
    MovableClock clock;

    @Test
    void theMainBudgetIsShownInBothDialects() {
        long reset = clock.instant().plus(Duration.ofSeconds(60)).getEpochSecond();
        api.with(credentials.token(0))
                .get()
                .uri("/v1/t/scope")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-RateLimit-Limit", "120")
                .expectHeader()
                .valueEquals("X-RateLimit-Remaining", "119")
                .expectHeader()
                .valueEquals("X-RateLimit-Reset", String.valueOf(reset))
                .expectHeader()
                .valueEquals("RateLimit-Policy", "\"token\";q=120;w=60")
                .expectHeader()
                .valueEquals("RateLimit", "\"token\";r=119;t=60");
    }

    @Test
    void factorOneScopesShareABudgetAndAWiderScopeHasItsOwn() {
        WebTestClient client = api.with(credentials.token(0));
        remaining(client, "/v1/t/scope", "119");
        remaining(client, "/v1/t/public", "118");
        remaining(client, "/v1/t/codexes", "599");
        remaining(client, "/v1/t/scope", "117");
    }

    @Test
    void anonymousCallersHaveThirtyAMinuteAnd150ForCodexes() {
        WebTestClient client = api.client();
        remaining(client, "/v1/t/codexes", "149");
        for (int left = 29; left >= 0; left--) {
            remaining(client, "/v1/t/public", String.valueOf(left));
        }
        Instant now = clock.instant();
        long wait = Math.max(1, (now.plusSeconds(60).getEpochSecond() * 1000 - now.toEpochMilli()) / 1000);
        client.get()
                .uri("/v1/t/public")
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("X-RateLimit-Limit", "30")
                .expectHeader()
                .valueEquals("X-RateLimit-Remaining", "0")
                .expectHeader()
                .valueEquals("Retry-After", String.valueOf(wait))
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo("rate_limited")
                .jsonPath("$.error.details.limit")
                .isEqualTo(30)
                .jsonPath("$.error.details.window_seconds")
                .isEqualTo(60);
        clock.advance(Duration.ofSeconds(60));
        remaining(client, "/v1/t/public", "29");
    }

    @Test
    void anEndpointsOwnLimitIsTighterAndShowsOnlyWhenItRefuses() {
        WebTestClient client = api.with(credentials.token(0));
        remaining(client, "/v1/t/tight/a", "119");
        remaining(client, "/v1/t/tight/b", "118");
        client.get()
                .uri("/v1/t/tight/c")
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("X-RateLimit-Limit", "2")
                .expectBody()
                .jsonPath("$.error.details.limit")
                .isEqualTo(2);
        // The refused request had paid the main budget.
        remaining(client, "/v1/t/scope", "116");
    }

    @Test
    void theArchiveBudgetIsPaidOnTop() {
        WebTestClient client = api.with(credentials.token(0));
        for (int left = 9; left >= 0; left--) {
            client.get()
                    .uri("/v1/t/archive")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("X-RateLimit-Limit", "120")
                    .expectHeader()
                    .valueEquals("X-RateLimit-Archive-Limit", "10")
                    .expectHeader()
                    .valueEquals("X-RateLimit-Archive-Remaining", String.valueOf(left))
                    .expectHeader()
                    .exists("X-RateLimit-Archive-Reset");
        }
        client.get()
                .uri("/v1/t/archive")
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After")
                .expectHeader()
                .valueEquals("X-RateLimit-Archive-Remaining", "0")
                .expectBody()
                .jsonPath("$.error.details.limit")
                .isEqualTo(10);
        client.get()
                .uri("/v1/t/scope")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("X-RateLimit-Archive-Limit");
    }

    @Test
    void bucketsOfThePlatform() {
        Buckets buckets = new Buckets(limits(true));
        assertThat(buckets.login("1.2.3.4")).isEqualTo(new Bucket("login:1.2.3.4", new Limit(10, 300)));
        assertThat(buckets.siteArchive("market", "1.2.3.4"))
                .containsExactly(new Bucket("sitearchive:market:1.2.3.4", new Limit(200, 60)));
        assertThat(buckets.tokenCreation("u")).isEqualTo(new Bucket("tokencreate:u", new Limit(3, 86400)));
        assertThat(buckets.tokenSwitch("u")).isEqualTo(new Bucket("tokenswitch:u", new Limit(30, 300)));
        assertThat(buckets.ingest("/v1/x/insert", "t"))
                .isEqualTo(new Bucket("ingest:/v1/x/insert:t", new Limit(1, 300)));
        assertThat(buckets.token("t", Scope.CODEXES_READ))
                .isEqualTo(new Bucket("token:codexes:read:t", new Limit(600, 60)));
        assertThat(buckets.anonymous("1.2.3.4", Scope.ROTATIONS_READ))
                .containsExactly(new Bucket("public:1.2.3.4", new Limit(30, 60)));
    }

    @Test
    void addressesAreLimitedElsewhere() {
        Buckets buckets = new Buckets(limits(false));
        assertThat(buckets.anonymous("1.2.3.4", Scope.ROTATIONS_READ)).isEmpty();
        assertThat(buckets.anonymous("1.2.3.4", Scope.CODEXES_READ)).isEmpty();
        assertThat(buckets.login("1.2.3.4").limit()).isEqualTo(new Limit(10, 300));
    }

    private static ConfiguredLimits limits(boolean ofAddresses) {
        return new ConfiguredLimits(
                new Limit(5, 3600),
                new Limit(10, 300),
                new Limit(5, 3600),
                new Limit(5, 3600),
                new Limit(3, 86400),
                new Limit(120, 60),
                new Limit(30, 60),
                ofAddresses,
                new Limit(1, 300),
                new Limit(10, 60),
                new Limit(10, 60),
                5);
    }

    private static void remaining(WebTestClient client, String uri, String left) {
        client.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-RateLimit-Remaining", left);
    }
}
