package dev.kiwi.web.siteuser;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.siteuser.SiteCalls.expect;
import static dev.kiwi.web.siteuser.SiteCalls.freshId;
import static dev.kiwi.web.siteuser.SiteCalls.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.siteuser.BestScore;
import dev.kiwi.api.siteuser.ClaimTroveName;
import dev.kiwi.api.siteuser.DiscordProfile;
import dev.kiwi.api.siteuser.FindSiteUserByHandle;
import dev.kiwi.api.siteuser.RecogniseSiteUser;
import dev.kiwi.api.siteuser.RejectTroveClaim;
import dev.kiwi.api.siteuser.SiteUserView;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.siteuser.SiteCalls.Person;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** site-users.md 5: one's own person. */
@ExtendWith(WithKiwi.class)
class SiteMeTest {
    private final RunningKiwi kiwi;
    private final SiteCalls calls;
    private final Person person;

    SiteMeTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = new SiteCalls(kiwi);
        this.person = calls.person();
    }

    private ResponseSpec patch(String bearer, String body) {
        return kiwi.with(bearer)
                .patch()
                .uri("/v1/site-auth/me")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    @Test
    void showsThePersonOfTheSession() {
        JsonNode me = calls.me(person.token());
        assertThat(me.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "username",
                        "display_name",
                        "discord_handle",
                        "avatar_url",
                        "is_active",
                        "is_verified",
                        "claimed_trove_name",
                        "claimed_trove_display",
                        "claimed_at",
                        "claim_verified",
                        "claim_verified_at",
                        "claim_baseline_board_count",
                        "created_at",
                        "last_login_at");
        assertThat(me.path("id").stringValue()).isEqualTo(person.id());
        assertThat(me.path("username").stringValue()).isEqualTo(person.username());
        assertThat(me.path("avatar_url").stringValue()).startsWith("https://cdn.discordapp.com/embed/avatars/");
        assertThat(me.path("claimed_trove_name").isNull()).isTrue();
        assertThat(me.path("claim_baseline_board_count").intValue()).isZero();
    }

    @Test
    void changesTheNameAndTellsItAtOnce() {
        JsonNode changed = json(patch(person.token(), "{\"display_name\":\"  Ada L.  \"}"), 200);
        assertThat(changed.path("display_name").stringValue()).isEqualTo("Ada L.");
        assertThat(calls.me(person.token())).isEqualTo(changed);
    }

    @Test
    void leavesTheNameAloneThatIsNotGivenAndTakesABlankOneAway() {
        for (String body : List.of("{}", "{\"display_name\":null}")) {
            assertThat(json(patch(person.token(), body), 200)
                            .path("display_name")
                            .stringValue())
                    .isEqualTo("Somebody");
        }
        assertThat(json(patch(person.token(), "{\"display_name\":\"  \"}"), 200)
                        .path("display_name")
                        .isNull())
                .isTrue();
    }

    @Test
    void refusesANameOf81CharactersAndAStranger() {
        expect(patch(person.token(), "{\"display_name\":\"" + "x".repeat(81) + "\"}"), 422, "validation_error");
        expect(patch("a.b.c", "{\"display_name\":\"x\"}"), 401, "not_authenticated");
        expect(kiwi.client().get().uri("/v1/site-auth/me").exchange(), 401, "not_authenticated");
    }

    @Test
    void takesEverythingAlongInAFile() {
        String renamed = "n" + person.username().substring(1);
        kiwi.send(new ClaimTroveName(person.id(), "Not " + person.id(), List.of()));
        kiwi.send(new RejectTroveClaim(person.id()));
        kiwi.send(new ClaimTroveName(person.id(), "Player " + person.id(), List.of(new BestScore(7_001, 912.5))));
        long position = kiwi.send(new RecogniseSiteUser(
                        person.id(), new DiscordProfile(person.discordId(), renamed, "Somebody", null)))
                .position();
        JsonNode export = json(
                kiwi.with(person.token())
                        .get()
                        .uri("/v1/site-auth/me/export")
                        .header("Kiwi-Min-Position", Long.toString(position))
                        .exchange()
                        .expectHeader()
                        .valueEquals("Content-Disposition", "attachment; filename=\"kiwi-site-export.json\""),
                200);
        assertThat(export.at("/user/id").stringValue()).isEqualTo(person.id());
        assertThat(export.at("/user/username").stringValue()).isEqualTo(renamed);
        assertThat(export.path("discord_id").stringValue()).isEqualTo(person.discordId());
        assertThat(export.at("/sessions/0/id").stringValue()).isEqualTo(person.sessionId());
        assertThat(export.path("handles").valueStream().map(JsonNode::stringValue))
                .containsExactlyInAnyOrder(person.username(), renamed);
        assertThat(export.path("claim_baseline")).hasSize(1);
        assertThat(export.at("/claim_baseline/0/board").intValue()).isEqualTo(7_001);
        assertThat(export.at("/claim_baseline/0/score").doubleValue()).isEqualTo(912.5);
        assertThat(export.at("/security_events/0/kind").stringValue()).isEqualTo("trove_claim_rejected");
    }

    @Test
    void deletingOneselfFreesTheNameAndNothingPersonalCanBeReadAgain() {
        String discordId = freshId();
        String name = "gone" + discordId.substring(4);
        String token =
                calls.signIn(profile(discordId, name)).path("access_token").stringValue();
        String id = calls.me(token).path("id").stringValue();
        expect(delete(token, name + "x"), 400, "bad_request");
        assertThat(calls.me(token).path("id").stringValue()).isEqualTo(id);
        delete(token, name).expectStatus().isNoContent();
        expect(delete(token, name), 401, "not_authenticated");
        // What is stored is encrypted with a key that is gone.
        JsonNode history = kiwi.history("entity=siteuser:" + id + "&limit=50");
        assertThat(history.valueStream().map(event -> event.path("type").stringValue()))
                .contains("siteuser.SiteUserRegistered", "siteuser.SiteUserErased");
        assertThat(history.toString()).doesNotContain(name, discordId);
        assertThat(history.valueStream())
                .filteredOn(event -> !event.path("type").stringValue().equals("siteuser.SiteUserErased"))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.path("ip").isString())
                        .as(event.toString())
                        .isFalse());
        assertThat(JdbcClient.create(kiwi.part(DataSource.class))
                        .sql("select convert_from(payload, 'UTF8') from es.event where aggregate_identifier = ?")
                        .param("siteuser:" + id)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(payload -> payload.contains(name) || payload.contains(discordId));
        // The same person comes back as somebody new, under the same name.
        JsonNode again = calls.me(
                calls.signIn(profile(discordId, name)).path("access_token").stringValue());
        assertThat(again.path("id").stringValue()).isNotEqualTo(id);
        assertThat(again.path("username").stringValue()).isEqualTo(name.substring(0, Math.min(20, name.length())));
    }

    private ResponseSpec delete(String token, String confirmation) {
        return kiwi.with(token)
                .post()
                .uri("/v1/site-auth/me/delete")
                .bodyValue(Map.of("confirm_username", confirmation))
                .exchange();
    }

    @Test
    void anOldHandleLeadsToThePersonUntilSomebodyElseTakesIt() {
        String discordId = freshId();
        String old = "o" + discordId;
        calls.signIn(profile(discordId, old));
        calls.signIn(profile(discordId, "n" + discordId));
        assertThat(behind(old).username()).isEqualTo("n" + discordId);
        calls.signIn(profile(freshId(), old));
        assertThat(behind(old).username()).isEqualTo(old);
        Assertions.assertThatThrownBy(() -> behind("nobody-at-all"))
                .cause()
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    private SiteUserView behind(String handle) {
        return kiwi.part(QueryDispatcher.class)
                .query(new FindSiteUserByHandle(handle), SiteUserView.class)
                .join();
    }

    @Test
    void whoDidSomethingIsKnownToTheHistory() {
        json(patch(person.token(), "{\"display_name\":\"History\"}"), 200);
        JsonNode newest = kiwi.history("type=siteuser.DisplayNameChanged&actor=site_user:" + person.id());
        assertThat(newest).hasSize(1);
        assertThat(Map.of("entity", newest.get(0).path("entity").stringValue()))
                .containsEntry("entity", "siteuser:" + person.id());
    }
}
