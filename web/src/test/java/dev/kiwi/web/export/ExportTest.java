package dev.kiwi.web.export;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.EnableSecondFactor;
import dev.kiwi.api.session.OpenSession;
import dev.kiwi.api.session.RevokeSession;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** platform.md 3.8. */
@ExtendWith(WithKiwi.class)
class ExportTest {
    private final RunningKiwi kiwi;
    private final Account owner;

    ExportTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.owner = kiwi.account();
    }

    private JsonNode export(Account account) {
        return json(
                kiwi.with(account.session())
                        .get()
                        .uri("/auth/me/export")
                        .exchange()
                        .expectHeader()
                        .valueEquals("Content-Disposition", "attachment; filename=\"kiwi-export.json\"")
                        .expectHeader()
                        .valueEquals("Content-Type", "application/json")
                        .expectHeader()
                        .valueEquals("Cache-Control", "no-store"),
                200);
    }

    private static Set<String> members(JsonNode object) {
        return Set.copyOf(object.propertyNames());
    }

    @Test
    void everythingThatIsHeldIsInItAndNothingOfOthers() {
        kiwi.mint(owner, Map.of("name", "bot", "scopes", 512, "allowed_ips", List.of("203.0.113.7")));
        String id = kiwi.mint(owner, Map.of("name", "old")).path("id").stringValue();
        json(kiwi.with(owner.session()).post().uri("/tokens/" + id + "/revoke").bodyValue(Map.of("reason", "old")));
        String ended = new ObjectId().toHexString();
        kiwi.send(new OpenSession(ended, owner.id(), 0, ended, "Firefox on Linux", Duration.ofDays(30), null));
        kiwi.send(new RevokeSession(ended, owner.id()));
        kiwi.mint(kiwi.account(), Map.of("name", "somebody else's"));
        Awaitility.await().until(() -> export(owner).at("/sessions/1/revoked").booleanValue(false));

        JsonNode export = export(owner);
        assertThat(members(export))
                .contains(
                        "exported_at",
                        "user",
                        "api_tokens",
                        "sessions",
                        "usage_events",
                        "security_events",
                        "mails",
                        "history");
        assertThat(Duration.between(Instant.parse(export.path("exported_at").stringValue()), Instant.now()))
                .isLessThan(Duration.ofMinutes(1));
        expectUser(export.path("user"));
        expectTokens(export.path("api_tokens"));
        expectSessions(export.path("sessions"), ended);
    }

    private void expectUser(JsonNode user) {
        assertThat(members(user))
                .isEqualTo(Set.of(
                        "id",
                        "email",
                        "display_name",
                        "is_verified",
                        "is_superuser",
                        "roles",
                        "github_linked",
                        "created_at",
                        "last_login_at"));
        assertThat(user.path("id").stringValue()).isEqualTo(owner.id());
        assertThat(user.path("email").stringValue()).isEqualTo(owner.email());
        assertThat(user.path("is_verified").booleanValue()).isTrue();
        assertThat(user.path("github_linked").booleanValue()).isFalse();
    }

    private static void expectTokens(JsonNode tokens) {
        assertThat(tokens).hasSize(2);
        assertThat(members(tokens.get(0)))
                .isEqualTo(Set.of(
                        "id",
                        "name",
                        "prefix",
                        "scopes",
                        "allowed_ips",
                        "allowed_ip_count",
                        "revoked",
                        "created_at",
                        "last_used_at",
                        "expires_at",
                        "request_count"));
        assertThat(tokens.at("/0/name").stringValue()).isEqualTo("bot");
        assertThat(tokens.at("/0/scopes").longValue()).isEqualTo(512);
        assertThat(tokens.at("/0/allowed_ips").toString()).isEqualTo("[\"203.0.113.7\"]");
        assertThat(tokens.at("/0/allowed_ip_count").intValue()).isOne();
        assertThat(tokens.at("/1/revoked").booleanValue()).isTrue();
    }

    private void expectSessions(JsonNode sessions, String ended) {
        assertThat(sessions.valueStream().map(session -> session.path("id").stringValue()))
                .containsExactlyInAnyOrder(owner.sessionId(), ended);
        assertThat(members(sessions.get(0)))
                .isEqualTo(Set.of("id", "device", "revoked", "created_at", "last_used_at", "expires_at"));
    }

    @Test
    void whatHappenedIsInItWithTheOwnersAddressAndNobodyElses() {
        WebTestClient home = RunningKiwi.from(kiwi.from("203.0.113.77"), owner.session());
        JsonNode minted = json(home.post().uri("/tokens").bodyValue(Map.of("name", "bot")));
        String admin = kiwi.superuser().session();
        json(RunningKiwi.from(kiwi.from("203.0.113.99"), admin)
                .post()
                .uri("/admin/tokens/" + minted.path("id").stringValue() + "/revoke"));
        Awaitility.await()
                .until(() -> types(export(owner).path("history"))
                        .containsAll(List.of("token.TokenMinted", "token.TokenRevoked")));
        Awaitility.await().until(() -> export(owner).path("mails").size() == 1);

        JsonNode export = export(owner);
        assertThat(ip(export, "token.TokenMinted")).isEqualTo("203.0.113.77");
        assertThat(ip(export, "token.TokenRevoked")).isNull();
        assertThat(members(export.at("/mails/0")))
                .isEqualTo(Set.of("kind", "to", "subject", "status", "created_at", "sent_at"));
        assertThat(export.at("/mails/0/kind").stringValue()).isEqualTo("token_created");
        assertThat(export.toString())
                .doesNotContain("203.0.113.99")
                .doesNotContain(minted.path("token").stringValue());
    }

    private static List<String> types(JsonNode history) {
        return history.valueStream()
                .map(happened -> happened.path("type").stringValue())
                .toList();
    }

    private static @Nullable String ip(JsonNode export, String type) {
        return export.path("history")
                .valueStream()
                .filter(happened -> happened.path("type").stringValue().equals(type))
                .findFirst()
                .orElseThrow()
                .path("ip")
                .stringValue(null);
    }

    @Test
    void theSecurityOfTheAccountIsInIt() {
        kiwi.send(new EnableSecondFactor(owner.id(), 10));
        Awaitility.await().until(() -> !export(owner).path("security_events").isEmpty());
        assertThat(export(owner).at("/security_events/0/kind").stringValue())
                .isIn("second_factor_enabled", "recovery_codes_made");
    }

    @Test
    void isForSessionsOnly() {
        json(kiwi.client().get().uri("/auth/me/export").exchange(), 401);
        json(kiwi.with(kiwi.token(owner)).get().uri("/auth/me/export").exchange(), 401);
    }
}
