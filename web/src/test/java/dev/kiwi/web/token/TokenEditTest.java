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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** {@code PATCH /tokens/{id}}, disable and enable. */
@ExtendWith(WithKiwi.class)
class TokenEditTest {
    private final RunningKiwi kiwi;
    private final OwnTokens tokens;
    private JsonNode minted;

    TokenEditTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.tokens = new OwnTokens(kiwi, kiwi.account());
    }

    @BeforeEach
    void mint() {
        minted = kiwi.mint(tokens.owner(), Map.of("name", "bot", "scopes", 512, "allowed_ips", List.of("10.0.0.1")));
    }

    private ResponseSpec useFrom(String ip) {
        return RunningKiwi.from(kiwi.from(ip), text(minted))
                .get()
                .uri("/v1/whoami")
                .exchange();
    }

    @Test
    void nameAndAllowlistAreReplacedAndTheRestStays() {
        JsonNode edited = json(
                tokens.patch(id(minted), "{\"name\":\"renamed\",\"allowed_ips\":[\" 203.0.113.9/24 \",\"\"]}"), 200);
        assertThat(edited.path("name").stringValue()).isEqualTo("renamed");
        assertThat(edited.path("allowed_ips").toString()).isEqualTo("[\"203.0.113.0/24\"]");
        assertThat(edited.path("allowed_ip_count").intValue()).isEqualTo(1);
        assertThat(edited.has("token")).isFalse();
        for (String same : List.of("id", "prefix", "scopes", "created_at", "expires_at", "rotated_at", "disabled")) {
            assertThat(edited.path(same)).as(same).isEqualTo(minted.path(same));
        }
        assertThat(tokens.listed(id(minted))).isEqualTo(edited);
    }

    @Test
    void aNewAllowlistHoldsFromTheNextRequestOn() {
        useFrom("10.0.0.1").expectStatus().isOk();
        json(tokens.patch(id(minted), "{\"allowed_ips\":[\"203.0.113.0/24\"]}"), 200);
        assertThat(code(json(useFrom("10.0.0.1"), 403))).isEqualTo("ip_not_allowed");
        useFrom("203.0.113.200").expectStatus().isOk();
        json(tokens.patch(id(minted), "{\"allowed_ips\":[]}"), 200);
        useFrom("10.0.0.1").expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":null,\"allowed_ips\":null}",
                "{\"scopes\":0,\"expires_at\":null,\"expires_in_days\":null,\"user_id\":\"x\",\"revoked\":true,"
                        + "\"disabled\":true,\"prefix\":\"kiwi_x\",\"request_count\":9,\"hash\":\"x\"}"
            })
    void whatIsLeftOutNullOrNotToBeChangedStays(String body) {
        assertThat(json(tokens.patch(id(minted), body), 200)).isEqualTo(tokens.listed(id(minted)));
        JsonNode after = tokens.listed(id(minted));
        after.properties()
                .forEach(
                        field -> assertThat(field.getValue()).as(field.getKey()).isEqualTo(minted.get(field.getKey())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"name\":\"\"}",
                "{\"name\":7}",
                "{\"name\":\"a\\u0000b\"}",
                "{\"allowed_ips\":\"10.0.0.1\"}",
                "{\"allowed_ips\":[null]}",
                "{\"allowed_ips\":[7]}",
                "{broken"
            })
    void aBodyThatIsNoneIs422(String body) {
        assertThat(code(json(tokens.patch(id(minted), body), 422))).isEqualTo("validation_error");
    }

    @Test
    void aNameOf81CharactersIs422() {
        json(tokens.patch(id(minted), "{\"name\":\"" + "x".repeat(81) + "\"}"), 422);
        json(tokens.patch(id(minted), "{\"name\":\"" + "x".repeat(80) + "\"}"), 200);
    }

    @Test
    void anEntryThatIsNoneOrAFiftyFirstIs400AndNothingChanges() {
        assertThat(code(json(tokens.patch(id(minted), "{\"name\":\"x\",\"allowed_ips\":[\"here\"]}"), 400)))
                .isEqualTo("bad_request");
        String many =
                IntStream.range(0, 51).mapToObj(i -> "\"10.0.1." + i + "\"").collect(Collectors.joining(","));
        json(tokens.patch(id(minted), "{\"allowed_ips\":[" + many + "]}"), 400);
        String fifty = many.substring(0, many.lastIndexOf(','));
        assertThat(tokens.listed(id(minted)).path("name").stringValue()).isEqualTo("bot");
        assertThat(json(tokens.patch(id(minted), "{\"allowed_ips\":[" + fifty + "]}"), 200)
                        .path("allowed_ip_count")
                        .intValue())
                .isEqualTo(50);
    }

    @Test
    void aDisabledTokenIs401AtOnceAndWorksAtOnceWhenEnabled() {
        useFrom("10.0.0.1").expectStatus().isOk();
        JsonNode disabled = json(tokens.post(id(minted), "disable"), 200);
        assertThat(disabled.path("disabled").booleanValue()).isTrue();
        assertThat(code(json(useFrom("10.0.0.1"), 401))).isEqualTo("not_authenticated");
        assertThat(tokens.listed(id(minted)).path("disabled").booleanValue()).isTrue();
        assertThat(json(tokens.post(id(minted), "disable"), 200)
                        .path("disabled")
                        .booleanValue())
                .isTrue();

        assertThat(json(tokens.post(id(minted), "enable"), 200).path("disabled").booleanValue())
                .isFalse();
        useFrom("10.0.0.1").expectStatus().isOk();
    }

    @Test
    void nobodySwitchesTokensWithoutEnd() {
        for (int n = 0; n < 15; n++) {
            json(tokens.post(id(minted), "disable"), 200);
            json(tokens.post(id(minted), "enable"), 200);
        }
        assertThat(code(json(tokens.post(id(minted), "disable").expectHeader().exists("Retry-After"), 429)))
                .isEqualTo("rate_limited");
        json(tokens.post(id(minted), "enable"), 429);
        useFrom("10.0.0.1").expectStatus().isOk();
        // Another account's are its own, and whoever must end access can.
        OwnTokens other = new OwnTokens(kiwi, kiwi.account());
        json(other.post(id(kiwi.mint(other.owner(), Map.of("name", "bot"))), "disable"), 200);
        tokens.revoke(id(minted));
    }

    @Test
    void anAllowlistThatChangesWhileDisabledHoldsWhenEnabled() {
        json(tokens.post(id(minted), "disable"), 200);
        json(tokens.patch(id(minted), "{\"allowed_ips\":[\"203.0.113.7\"]}"), 200);
        json(tokens.post(id(minted), "enable"), 200);
        json(useFrom("10.0.0.1"), 403);
        useFrom("203.0.113.7").expectStatus().isOk();
    }

    @Test
    void aRevokedTokenIs400() {
        tokens.revoke(id(minted));
        assertThat(code(json(tokens.patch(id(minted), "{\"name\":\"x\"}"), 400)))
                .isEqualTo("bad_request");
        json(tokens.post(id(minted), "disable"), 400);
        json(tokens.post(id(minted), "enable"), 400);
    }

    @Test
    void foreignAndUnknownTokensAre404AndMalformedIdsAre422() {
        OwnTokens stranger = new OwnTokens(kiwi, kiwi.account());
        for (String id : List.of(id(minted), new ObjectId().toHexString())) {
            assertThat(code(json(stranger.patch(id, "{\"name\":\"mine\"}"), 404)))
                    .isEqualTo("not_found");
            json(stranger.post(id, "disable"), 404);
            json(stranger.post(id, "enable"), 404);
        }
        for (String id : List.of("no-id", id(minted).toUpperCase(java.util.Locale.ROOT) + "A", "0")) {
            json(stranger.patch(id, "{}"), 422);
            json(stranger.post(id, "disable"), 422);
            json(stranger.post(id, "enable"), 422);
        }
        assertThat(tokens.listed(id(minted)).path("name").stringValue()).isEqualTo("bot");
    }

    @Test
    void onlyASessionChangesAToken() {
        String uri = "/tokens/" + id(minted);
        json(kiwi.client().patch().uri(uri).bodyValue(Map.of("name", "x")).exchange(), 401);
        json(
                kiwi.with(text(minted))
                        .patch()
                        .uri(uri)
                        .bodyValue(Map.of("name", "x"))
                        .exchange(),
                401);
        json(kiwi.client().post().uri(uri + "/disable").exchange(), 401);
        json(kiwi.client().post().uri(uri + "/enable").exchange(), 401);
    }
}
