package dev.kiwi.web.token;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.token.OwnTokens.code;
import static dev.kiwi.web.token.OwnTokens.id;
import static dev.kiwi.web.token.OwnTokens.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Tokens of everybody, platform.md 15.1. */
@ExtendWith(WithKiwi.class)
class AdminTokensTest {
    private final RunningKiwi kiwi;
    private final OwnTokens tokens;
    private final WebTestClient admin;

    AdminTokensTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.tokens = new OwnTokens(kiwi, kiwi.account());
        this.admin = kiwi.with(kiwi.superuser().session());
    }

    private static String uri(String account) {
        return "/admin/users/" + account + "/tokens";
    }

    private ResponseSpec revokeAll(String account) {
        return admin.delete().uri(uri(account)).exchange();
    }

    @Test
    void listsWithoutTheEntriesOfAllowlists() {
        JsonNode minted =
                kiwi.mint(tokens.owner(), Map.of("name", "bot", "allowed_ips", List.of("203.0.113.7", "::1")));
        json(tokens.post(id(minted), "disable"), 200);
        JsonNode listed = json(admin.get().uri(uri(tokens.owner().id())));
        assertThat(listed).hasSize(1);
        JsonNode token = listed.get(0);
        assertThat(token.path("user_id").stringValue()).isEqualTo(tokens.owner().id());
        assertThat(token.path("allowed_ip_count").intValue()).isEqualTo(2);
        assertThat(token.path("disabled").booleanValue()).isTrue();
        assertThat(token.has("allowed_ips")).isFalse();
        assertThat(token.toString()).doesNotContain("203.0.113.7");
    }

    @Test
    void revokesEveryTokenOfAnAccountOnceAndNobodyElses() {
        JsonNode first = kiwi.mint(tokens.owner(), Map.of("name", "first"));
        JsonNode second = kiwi.mint(tokens.owner(), Map.of("name", "second"));
        JsonNode third = kiwi.mint(tokens.owner(), Map.of("name", "third"));
        tokens.revoke(id(third));
        json(tokens.post(id(second), "disable"), 200);
        String others = kiwi.token(kiwi.account());

        assertThat(json(revokeAll(tokens.owner().id()), 200).toString()).isEqualTo("{\"revoked\":2}");
        json(tokens.use(text(first)), 401);
        assertThat(tokens.listed(id(first)).path("revoke_reason").stringValue()).contains("administrator");
        assertThat(tokens.listed(id(second)).path("revoked").booleanValue()).isTrue();
        assertThat(tokens.listed(id(third)).path("revoke_reason").stringValue()).isEqualTo("test");
        tokens.use(others).expectStatus().isOk();
        assertThat(json(revokeAll(tokens.owner().id()), 200).toString()).isEqualTo("{\"revoked\":0}");
    }

    @Test
    void revokesOneAndKeepsTheFirstReason() {
        JsonNode minted = kiwi.mint(tokens.owner(), Map.of("name", "bot"));
        tokens.revoke(id(minted));
        JsonNode again =
                json(admin.post().uri("/admin/tokens/{id}/revoke", id(minted)).exchange(), 200);
        assertThat(again.path("revoke_reason").stringValue()).isEqualTo("test");
    }

    @Test
    void unknownIs404AndMalformedIs422() {
        String nobody = new ObjectId().toHexString();
        assertThat(code(json(revokeAll(nobody), 404))).isEqualTo("not_found");
        json(admin.get().uri(uri(nobody)).exchange(), 404);
        json(admin.post().uri("/admin/tokens/{id}/revoke", nobody).exchange(), 404);
        json(revokeAll("no-id"), 422);
        json(admin.get().uri(uri("no-id")).exchange(), 422);
        json(admin.post().uri("/admin/tokens/no-id/revoke").exchange(), 422);
    }

    @Test
    void isForAdministratorsOnly() {
        String uri = uri(tokens.owner().id());
        json(kiwi.client().delete().uri(uri).exchange(), 401);
        json(kiwi.with(kiwi.token(kiwi.superuser())).delete().uri(uri).exchange(), 401);
        assertThat(code(json(
                        kiwi.with(tokens.owner().session()).delete().uri(uri).exchange(), 403)))
                .isEqualTo("forbidden");
    }
}
