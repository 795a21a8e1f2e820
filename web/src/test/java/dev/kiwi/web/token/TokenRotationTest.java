package dev.kiwi.web.token;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.token.OwnTokens.code;
import static dev.kiwi.web.token.OwnTokens.id;
import static dev.kiwi.web.token.OwnTokens.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** {@code POST /tokens/{id}/rotate}. */
@ExtendWith(WithKiwi.class)
class TokenRotationTest {
    private final RunningKiwi kiwi;
    private final OwnTokens tokens;
    private JsonNode minted;

    TokenRotationTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.tokens = new OwnTokens(kiwi, kiwi.account());
    }

    @BeforeEach
    void mint() {
        minted = kiwi.mint(tokens.owner(), Map.of("name", "bot", "scopes", 512));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"overlap_hours\":null}", "{\"overlap_hours\":0}"})
    void theOldSecretFailsAtOnceAndTheRestOfTheTokenStays(String body) {
        tokens.use(text(minted)).expectStatus().isOk();
        ResponseSpec answer =
                body.isEmpty() ? tokens.post(id(minted), "rotate") : tokens.post(id(minted), "rotate", body);
        JsonNode rotated = json(answer.expectHeader().valueEquals("Cache-Control", "no-store"), 200);
        json(tokens.use(text(minted)), 401);
        tokens.use(text(rotated)).expectStatus().isOk();

        assertThat(text(rotated))
                .matches("kiwi_[0-9A-Za-z]{43}_[0-9A-Za-z]{1,6}")
                .isNotEqualTo(text(minted));
        assertThat(rotated.path("prefix").stringValue()).isEqualTo(text(rotated).substring(0, 13));
        assertThat(rotated.path("rotated_at").isNull()).isFalse();
        assertThat(rotated.path("last_used_at").isNull()).isTrue();
        assertThat(rotated.path("old_secret_until").isNull()).isTrue();
        for (String same : List.of("id", "name", "scopes", "allowed_ips", "created_at", "expires_at", "revoked")) {
            assertThat(rotated.path(same)).as(same).isEqualTo(minted.path(same));
        }
        assertThat(tokens.listed(id(minted)).has("token")).isFalse();
        assertThat(tokens.listed(id(minted)).path("prefix")).isEqualTo(rotated.path("prefix"));
    }

    @Test
    void withAnOverlapBothSecretsWorkUntilItIsOver() {
        JsonNode rotated = json(tokens.post(id(minted), "rotate", "{\"overlap_hours\":2}"), 200);
        Instant until = Instant.parse(rotated.path("old_secret_until").stringValue());
        assertThat(until)
                .isEqualTo(
                        Instant.parse(rotated.path("rotated_at").stringValue()).plus(Duration.ofHours(2)));
        tokens.use(text(minted)).expectStatus().isOk();
        tokens.use(text(rotated)).expectStatus().isOk();
        kiwi.later(Duration.ofMinutes(119), () -> {
            tokens.use(text(minted)).expectStatus().isOk();
            tokens.use(text(rotated)).expectStatus().isOk();
        });
        kiwi.later(Duration.ofMinutes(121), () -> {
            assertThat(code(json(tokens.use(text(minted)), 401))).isEqualTo("not_authenticated");
            tokens.use(text(rotated)).expectStatus().isOk();
        });
    }

    @Test
    void bothSecretsSpendOneBudget() {
        JsonNode rotated = json(tokens.post(id(minted), "rotate", "{\"overlap_hours\":1}"), 200);
        tokens.use(text(minted)).expectHeader().valueEquals("X-RateLimit-Remaining", "119");
        tokens.use(text(rotated)).expectHeader().valueEquals("X-RateLimit-Remaining", "118");
    }

    @Test
    void anotherRotationEndsTheOverlapOfTheOneBefore() {
        JsonNode second = json(tokens.post(id(minted), "rotate", "{\"overlap_hours\":24}"), 200);
        JsonNode third = json(tokens.post(id(minted), "rotate", "{\"overlap_hours\":24}"), 200);
        json(tokens.use(text(minted)), 401);
        tokens.use(text(second)).expectStatus().isOk();
        tokens.use(text(third)).expectStatus().isOk();
    }

    @Test
    void revokingOrDisablingEndsBothSecretsAtOnce() {
        JsonNode rotated = json(tokens.post(id(minted), "rotate", "{\"overlap_hours\":1}"), 200);
        tokens.use(text(minted)).expectStatus().isOk();
        tokens.use(text(rotated)).expectStatus().isOk();
        json(tokens.post(id(minted), "disable"), 200);
        json(tokens.use(text(minted)), 401);
        json(tokens.use(text(rotated)), 401);
        json(tokens.post(id(minted), "enable"), 200);
        tokens.use(text(minted)).expectStatus().isOk();
        tokens.use(text(rotated)).expectStatus().isOk();
        tokens.revoke(id(minted));
        json(tokens.use(text(minted)), 401);
        json(tokens.use(text(rotated)), 401);
    }

    @Test
    void itIsNotCountedAsAMint() {
        for (int i = 0; i < 5; i++) {
            json(tokens.post(id(minted), "rotate"), 200);
        }
        kiwi.token(tokens.owner());
    }

    @Test
    void theAnswerOfAnIdempotencyKeyIsReplayedAndItsSecretIsStoredEncryptedOnly() {
        JsonNode first = json(rotateWith("a key").expectHeader().doesNotExist("Idempotent-Replay"), 200);
        JsonNode again = json(rotateWith("a key").expectHeader().valueEquals("Idempotent-Replay", "true"), 200);
        assertThat(again).isEqualTo(first);
        tokens.use(text(first)).expectStatus().isOk();
        assertThat(JdbcClient.create(kiwi.part(DataSource.class))
                        .sql(
                                "select count(*) from web.idempotency where position(convert_to(:text, 'UTF8') in body) > 0")
                        .param("text", text(first))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private ResponseSpec rotateWith(String key) {
        return kiwi.with(tokens.owner().session())
                .post()
                .uri("/tokens/{id}/rotate", id(minted))
                .header("Idempotency-Key", key)
                .exchange();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"overlap_hours\":-1}",
                "{\"overlap_hours\":25}",
                "{\"overlap_hours\":1.5}",
                "{\"overlap_hours\":\"soon\"}",
                "{\"overlap_hours\":9999999999}",
                "[]",
                "{"
            })
    void aBodyThatIsNoneIs422AndRotatesNothing(String body) {
        assertThat(code(json(tokens.post(id(minted), "rotate", body), 422))).isEqualTo("validation_error");
        tokens.use(text(minted)).expectStatus().isOk();
    }

    @Test
    void aRevokedTokenIs400ForeignAndUnknownAre404AndMalformedIdsAre422() {
        OwnTokens stranger = new OwnTokens(kiwi, kiwi.account());
        assertThat(code(json(stranger.post(id(minted), "rotate"), 404))).isEqualTo("not_found");
        json(stranger.post(new ObjectId().toHexString(), "rotate"), 404);
        json(stranger.post("no-id", "rotate"), 422);
        tokens.use(text(minted)).expectStatus().isOk();
        tokens.revoke(id(minted));
        assertThat(code(json(tokens.post(id(minted), "rotate"), 400))).isEqualTo("bad_request");
    }

    @Test
    void onlyASessionRotates() {
        json(kiwi.client().post().uri("/tokens/{id}/rotate", id(minted)).exchange(), 401);
        json(
                kiwi.with(text(minted))
                        .post()
                        .uri("/tokens/{id}/rotate", id(minted))
                        .exchange(),
                401);
    }
}
