package dev.kiwi.web.token;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.token.OwnTokens.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@ExtendWith(WithKiwi.class)
class WhoamiTest {
    private final RunningKiwi kiwi;
    private final Account owner;

    WhoamiTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.owner = kiwi.account();
    }

    private static ResponseSpec ask(WebTestClient client) {
        return client.get().uri("/v1/whoami").exchange();
    }

    private static List<String> buckets(JsonNode whoami) {
        return whoami.path("limits")
                .valueStream()
                .map(limit -> limit.path("bucket").stringValue())
                .toList();
    }

    @Test
    void tellsWhatTheTokenIsAndMayDo() {
        JsonNode minted = kiwi.mint(
                owner,
                Map.of("name", "bot", "scopes", 512 + 128, "allowed_ips", List.of("203.0.113.0/24", "2001:db8::1")));
        WebTestClient bot =
                RunningKiwi.from(kiwi.from("203.0.113.9"), minted.path("token").stringValue());
        JsonNode who = json(ask(bot), 200);
        assertThat(who.path("owner_id").stringValue()).isEqualTo(owner.id());
        assertThat(who.path("token_id")).isEqualTo(minted.path("id"));
        assertThat(who.path("token_name").stringValue()).isEqualTo("bot");
        assertThat(who.path("token_prefix")).isEqualTo(minted.path("prefix"));
        assertThat(who.path("scopes").longValue()).isEqualTo(640);
        assertThat(who.path("scope_names").toString()).isEqualTo("[\"codexes:read\",\"leaderboards:read\"]");
        assertThat(who.path("expires_at").longValue())
                .isEqualTo(
                        Instant.parse(minted.path("expires_at").stringValue()).getEpochSecond());
        assertThat(who.path("ip_rule").toString())
                .isEqualTo("{\"entries\":2,\"client_ip\":\"203.0.113.9\",\"matches\":true}");
        assertThat(buckets(who)).containsExactly("token", "token:codexes:read", "lb-archive");
        assertThat(who.at("/limits/1/limit").intValue()).isEqualTo(600);
        assertThat(who.toString())
                .doesNotContain("2001:db8", minted.path("token").stringValue());
    }

    @Test
    void showsWhatIsLeftAndTakesOnlyItsOwnCall() {
        String token = kiwi.token(owner);
        for (int remaining = 119; remaining > 116; remaining--) {
            JsonNode who = json(
                    ask(kiwi.with(token)).expectHeader().valueEquals("X-RateLimit-Remaining", "" + remaining), 200);
            assertThat(who.at("/limits/0/remaining").intValue()).isEqualTo(remaining);
            assertThat(who.at("/limits/0/limit").intValue()).isEqualTo(120);
            assertThat(who.at("/limits/0/window_seconds").intValue()).isEqualTo(60);
            assertThat(who.at("/limits/0/reset").longValue())
                    .isCloseTo(Instant.now().getEpochSecond() + 60, org.assertj.core.data.Offset.offset(10L));
            assertThat(who.at("/limits/1/remaining")).isEqualTo(who.at("/limits/1/limit"));
        }
    }

    @Test
    void aMaskOfZeroIsEveryScopeAndATokenForEverHasNoEnd() {
        Map<String, Object> body = new HashMap<>(Map.of("name", "all"));
        body.put("expires_in_days", null);
        JsonNode who = json(ask(kiwi.with(kiwi.mint(owner, body).path("token").stringValue())), 200);
        assertThat(who.path("scopes").longValue()).isZero();
        assertThat(who.path("scope_names")).hasSize(15);
        assertThat(who.path("expires_at").isNull()).isTrue();
        assertThat(who.at("/ip_rule/entries").intValue()).isZero();
        assertThat(who.at("/ip_rule/matches").booleanValue()).isTrue();
        assertThat(buckets(who)).containsExactly("token", "token:codexes:read", "lb-archive", "market-archive");
    }

    @Test
    void needsNoScopeButOtherRoutesNameTheOneThatIsMissing() {
        String token = kiwi.mint(owner, Map.of("name", "bot", "scopes", 1))
                .path("token")
                .stringValue();
        json(ask(kiwi.with(token)), 200);
        JsonNode refused =
                json(kiwi.with(token).get().uri("/v1/leaderboards/timestamps").exchange(), 403);
        assertThat(code(refused)).isEqualTo("insufficient_scope");
        assertThat(refused.at("/error/details").toString()).isEqualTo("{\"required\":\"leaderboards:read\"}");
    }

    @Test
    void aSuperusersTokenSeesItsIngestCooldowns() {
        String token = kiwi.token(kiwi.superuser());
        assertThat(buckets(json(ask(kiwi.with(token)), 200))).contains("ingest:/v1/leaderboards/insert");
    }

    @Test
    void withoutAGoodTokenItIs401() {
        String revoked = kiwi.token(owner);
        OwnTokens tokens = new OwnTokens(kiwi, owner);
        tokens.revoke(json(kiwi.with(owner.session()).get().uri("/tokens"))
                .at("/0/id")
                .stringValue());
        for (ResponseSpec refused : List.of(
                ask(kiwi.client()),
                ask(kiwi.with("kiwi_x")),
                ask(kiwi.with(owner.session())),
                ask(kiwi.with(revoked)))) {
            assertThat(code(json(refused.expectHeader().valueEquals("WWW-Authenticate", "Bearer"), 401)))
                    .isEqualTo("not_authenticated");
        }
    }

    @Test
    void fromAnotherAddressItIs403AndTellsNothing() {
        String token = kiwi.mint(owner, Map.of("name", "bot", "allowed_ips", List.of("203.0.113.7")))
                .path("token")
                .stringValue();
        JsonNode refused = json(ask(RunningKiwi.from(kiwi.from("203.0.113.8"), token)), 403);
        assertThat(code(refused)).isEqualTo("ip_not_allowed");
        assertThat(refused.at("/error/details").isNull()).isTrue();
    }

    @Test
    void anExhaustedBudgetIs429() {
        JsonNode minted = kiwi.mint(owner, Map.of("name", "busy"));
        var bucket = kiwi.part(Buckets.class).token(minted.path("id").stringValue());
        for (int i = 0; i < 120; i++) {
            kiwi.part(RateLimits.class).consume(bucket).block();
        }
        assertThat(code(json(ask(kiwi.with(minted.path("token").stringValue())), 429)))
                .isEqualTo("rate_limited");
    }
}
