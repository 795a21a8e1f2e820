package dev.kiwi.web.siteuser;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.siteuser.SiteCalls.expect;
import static dev.kiwi.web.siteuser.SiteCalls.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.siteuser.IsVerifiedPlayer;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.Dumps;
import dev.kiwi.web.limit.Bucket;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import dev.kiwi.web.siteuser.SiteCalls.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** site-users.md 5 and platform.md 15.4: claims of players' names, and what administrators do with them. */
@ExtendWith(WithKiwi.class)
class TroveClaimTest {
    private static final String CLAIM = "/v1/site-auth/me/claim-trove-name";

    private final RunningKiwi kiwi;
    private final SiteCalls calls;
    private final Person person;
    private final String player;
    private final String master;

    TroveClaimTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = new SiteCalls(kiwi);
        this.person = calls.person();
        this.player = "Player " + person.id();
        this.master = kiwi.superuser().session();
    }

    private ResponseSpec claim(Person by, String name) {
        return post(kiwi.with(by.token()), CLAIM, Map.of("trove_name", name));
    }

    private ResponseSpec release(Person by) {
        return kiwi.with(by.token()).delete().uri(CLAIM).exchange();
    }

    private ResponseSpec judge(String user, String verdict) {
        return post(kiwi.with(master), "/admin/site-claims/" + user + "/" + verdict, "");
    }

    private JsonNode stats() {
        return json(kiwi.with(person.token()).get().uri("/v1/site-auth/me/trove-stats"));
    }

    @Test
    void aClaimIsTrimmedAndUnverified() {
        JsonNode user = json(claim(person, "  " + player + " "), 200);
        assertThat(user.path("claimed_trove_display").stringValue()).isEqualTo(player);
        assertThat(user.path("claimed_trove_name").stringValue()).isEqualTo(player.toLowerCase());
        assertThat(user.path("claim_verified").booleanValue()).isFalse();
        assertThat(user.path("claimed_at").isNull()).isFalse();
        assertThat(calls.me(person.token())).isEqualTo(user);
    }

    @Test
    void somebodyElsesNameIsTakenUntilItIsReleased() {
        Person other = calls.person();
        json(claim(other, player.toUpperCase()), 200);
        expect(claim(person, player), 409, "conflict");
        JsonNode released = json(release(other), 200);
        assertThat(released.path("claimed_trove_name").isNull()).isTrue();
        json(release(other), 200);
        json(claim(person, player), 200);
        // One's own name may be claimed again.
        json(claim(person, player.toUpperCase()), 200);
    }

    @Test
    void whatNobodyHasLookedAtWaitsForAnAdministrator() {
        json(claim(person, player), 200);
        int open = waiting();
        assertThat(open).isPositive();
        json(judge(person.id(), "approve"), 200);
        assertThat(waiting()).isEqualTo(open - 1);
    }

    private int waiting() {
        return json(kiwi.with(master).get().uri("/admin/pending"))
                .at("/counts/site-claims")
                .intValue();
    }

    @Test
    void onePersonWritesThirtyTimesInFiveMinutes() {
        Bucket writes = kiwi.part(Buckets.class).siteWrite(person.id());
        for (int i = 0; i < 30; i++) {
            assertThat(kiwi.part(RateLimits.class).consume(writes).block().allowed())
                    .isTrue();
        }
        expect(claim(person, player), 429, "rate_limited");
        WebTestClient client = kiwi.with(person.token());
        expect(
                client.patch()
                        .uri("/v1/site-auth/me")
                        .bodyValue(Map.of("display_name", "Ada"))
                        .exchange(),
                429,
                "rate_limited");
        json(client.patch().uri("/v1/site-auth/me").bodyValue(Map.of()));
        json(claim(calls.person(), player), 200);
    }

    @Test
    void aBlankNameIsNone() {
        expect(claim(person, "   "), 400, "bad_request");
        for (String name : List.of("", "x".repeat(81), "nul\0")) {
            expect(claim(person, name), 422, "validation_error");
        }
    }

    @Test
    void theStateOfAClaimCanBeAskedFor() {
        ResponseSpec none = post(kiwi.with(person.token()), "/v1/site-auth/me/verify-trove-claim", "");
        expect(none, 400, "bad_request");
        json(claim(person, player), 200);
        JsonNode pending = json(post(kiwi.with(person.token()), "/v1/site-auth/me/verify-trove-claim", ""), 200);
        assertThat(pending.propertyNames()).containsExactlyInAnyOrder("verified", "detail", "user");
        assertThat(pending.path("verified").booleanValue()).isFalse();
        json(judge(person.id(), "approve"), 200);
        JsonNode approved = json(post(kiwi.with(person.token()), "/v1/site-auth/me/verify-trove-claim", ""), 200);
        assertThat(approved.path("verified").booleanValue()).isTrue();
        assertThat(approved.at("/user/claim_verified").booleanValue()).isTrue();
    }

    @Test
    void withoutAClaimThereAreNoStatsAndAPlayerWhoWasNeverSeenHasNone() {
        JsonNode none = stats();
        assertThat(none.propertyNames()).containsExactlyInAnyOrder("claimed", "items", "series");
        assertThat(none.path("claimed").booleanValue()).isFalse();
        assertThat(none.path("items")).isEmpty();
        assertThat(none.path("series").isNull()).isTrue();
        json(claim(person, player), 200);
        assertThat(stats().path("claimed").booleanValue()).isTrue();
        assertThat(stats().path("items")).isEmpty();
        assertThat(stats().at("/series/series")).isEmpty();
        assertThat(stats().at("/series/canonical_name").isNull()).isTrue();
    }

    @Test
    void theStatsHaveAChartOfTheLastSevenDays() {
        for (int hours : List.of(11, 12)) {
            String dump = Dumps.board(7401, "WRENS", "1;" + player + ";" + hours);
            String query = "?sync=true&backfill=true&timestamp=" + Dumps.anchor(2, hours);
            json(Dumps.post(kiwi.with(master), query, dump), 200);
        }
        json(claim(person, player), 200);
        JsonNode stats = stats();
        assertThat(stats.path("items")).hasSize(2);
        JsonNode series = stats.path("series");
        assertThat(series.path("player_name").stringValue()).isEqualTo(player);
        assertThat(series.path("days").intValue()).isEqualTo(7);
        assertThat(series.path("window_end").longValue()
                        - series.path("window_start").longValue())
                .isEqualTo(7 * 86_400);
        assertThat(series.at("/series/0/uuid").intValue()).isEqualTo(7401);
        assertThat(series.at("/series/0/points")
                        .valueStream()
                        .map(point -> point.path("score").intValue()))
                .containsExactly(11, 12);
    }

    @Test
    void anApprovedClaimVerifiesThePlayerUntilAnotherIsClaimed() {
        json(claim(person, player), 200);
        assertThat(isVerified()).isFalse();
        JsonNode approved = json(judge(person.id(), "approve"), 200);
        assertThat(approved.path("claim_verified").booleanValue()).isTrue();
        assertThat(approved.path("claim_verified_at").isNull()).isFalse();
        assertThat(isVerified()).isTrue();
        json(judge(person.id(), "approve"), 200);
        JsonNode another = json(claim(person, player + "2"), 200);
        assertThat(another.path("claim_verified").booleanValue()).isFalse();
        assertThat(isVerified()).isFalse();
    }

    private boolean isVerified() {
        return kiwi.part(QueryDispatcher.class)
                .query(new IsVerifiedPlayer(player), Boolean.class)
                .join();
    }

    @Test
    void aRejectedClaimFreesTheNameAndOneSeesIt() {
        json(claim(person, player), 200);
        assertThat(json(judge(person.id(), "reject"), 200)
                        .path("claimed_trove_name")
                        .isNull())
                .isTrue();
        json(claim(calls.person(), player), 200);
        assertThat(json(kiwi.with(person.token()).get().uri("/v1/site-auth/security-events"))
                        .at("/0/kind")
                        .stringValue())
                .isEqualTo("trove_claim_rejected");
    }

    @Test
    void aClaimThatWasExchangedMeanwhileIsNotApprovedUnseen() {
        json(claim(person, player), 200);
        expect(
                post(kiwi.with(master), "/admin/site-claims/" + person.id() + "/approve?trove_name=Another", ""),
                409,
                "conflict");
        json(post(kiwi.with(master), "/admin/site-claims/" + person.id() + "/approve?trove_name=" + player, ""), 200);
    }

    @Test
    void claimsAreListedOldestFirst() {
        json(claim(person, player), 200);
        JsonNode pending = listed("?pending_only=true&limit=200");
        assertThat(pending.path("count").intValue())
                .isEqualTo(pending.path("items").size());
        assertThat(pending.path("has_more").booleanValue()).isFalse();
        assertThat(pending.path("next_cursor").isNull()).isTrue();
        JsonNode own = pending.path("items").get(pending.path("items").size() - 1);
        assertThat(own.propertyNames())
                .containsExactlyInAnyOrder(
                        "user_id",
                        "username",
                        "display_name",
                        "discord_id",
                        "claimed_trove_name",
                        "claimed_trove_display",
                        "claimed_at",
                        "claim_verified",
                        "claim_verified_at");
        assertThat(own.path("user_id").stringValue()).isEqualTo(person.id());
        json(judge(person.id(), "approve"), 200);
        assertThat(listed("?limit=200").toString()).contains(person.id());
        assertThat(listed("?pending_only=true&limit=200").toString()).doesNotContain(person.id());
    }

    private JsonNode listed(String query) {
        return json(kiwi.with(master).get().uri("/admin/site-claims" + query));
    }

    @Test
    void claimsAreReadByPages() {
        json(claim(person, player), 200);
        json(claim(calls.person(), player + "2"), 200);
        JsonNode all = listed("?pending_only=true&limit=200");
        List<String> walked = new ArrayList<>();
        JsonNode page = listed("?pending_only=true&limit=1");
        walked.add(page.at("/items/0/user_id").stringValue());
        while (page.path("has_more").booleanValue()) {
            assertThat(walked).as("no page comes again").doesNotHaveDuplicates();
            assertThat(page.path("items")).hasSize(1);
            assertThat(page.path("count")).isEqualTo(all.path("count"));
            page = listed("?pending_only=true&limit=1&cursor="
                    + page.path("next_cursor").stringValue());
            walked.add(page.at("/items/0/user_id").stringValue());
        }
        assertThat(walked)
                .containsExactlyElementsOf(all.path("items")
                        .valueStream()
                        .map(claim -> claim.path("user_id").stringValue())
                        .toList());
        assertThat(walked).hasSizeGreaterThan(1).contains(person.id());
    }

    @Test
    void aCursorThatWasNotGivenOutIs400AndALimitOutsideIs422() {
        for (String cursor : List.of("x", person.id(), "99999999999999999999_" + person.id(), "1_" + player)) {
            expect(
                    kiwi.with(master)
                            .get()
                            .uri("/admin/site-claims?cursor={cursor}", cursor)
                            .exchange(),
                    400,
                    "bad_request");
        }
        for (String limit : List.of("0", "201", "x")) {
            expect(
                    kiwi.with(master)
                            .get()
                            .uri("/admin/site-claims?limit=" + limit)
                            .exchange(),
                    422,
                    "validation_error");
        }
        // The latest one that can be written leads nowhere, and does no harm.
        assertThat(listed("?cursor=99999999999999999_" + person.id()).path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "reject"})
    void withoutAClaimThereIsNothingToJudge(String verdict) {
        expect(judge(person.id(), verdict), 404, "not_found");
        expect(judge("0".repeat(24), verdict), 404, "not_found");
        expect(judge("x", verdict), 422, "validation_error");
        String path = "/admin/site-claims/" + person.id() + "/" + verdict;
        expect(post(kiwi.client(), path, ""), 401, "not_authenticated");
        expect(post(kiwi.with(person.token()), path, ""), 401, "not_authenticated");
        expect(post(kiwi.with(kiwi.account().session()), path, ""), 403, "forbidden");
    }
}
