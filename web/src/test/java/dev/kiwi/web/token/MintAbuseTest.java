package dev.kiwi.web.token;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.token.OwnTokens.code;
import static dev.kiwi.web.token.OwnTokens.id;
import static dev.kiwi.web.token.OwnTokens.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Mints that try for more than is given. */
@ExtendWith(WithKiwi.class)
class MintAbuseTest {
    private final RunningKiwi kiwi;
    private final OwnTokens tokens;

    MintAbuseTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.tokens = new OwnTokens(kiwi, kiwi.account());
    }

    private ResponseSpec mint(String body) {
        return kiwi.with(tokens.owner().session())
                .post()
                .uri("/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    @ParameterizedTest
    @CsvSource({
        "32767, 201",
        "32768, 400",
        "65535, 400",
        "2147483648, 400",
        "4294967296, 400",
        "9223372036854775807, 400",
        "9223372036854775808, 400",
        "18446744073709551616, 400",
        "18446744073709551617, 400",
        "340282366920938463463374607431768211456, 400",
        "-1, 422",
        "-9223372036854775809, 422",
        "1e3, 422",
        "0.0, 422"
    })
    void noMaskOverflowsIntoOneThatIsValid(String mask, int status) {
        json(mint("{\"name\":\"bot\",\"scopes\":" + mask + "}"), status);
    }

    @Test
    void whatIsNoMemberOfTheBodyIsIgnored() {
        String other = kiwi.account().id();
        String made = new ObjectId().toHexString();
        JsonNode minted = json(
                mint("{\"name\":\"bot\",\"scopes\":1,\"id\":\"" + made + "\",\"user_id\":\"" + other
                        + "\",\"account_id\":\""
                        + other + "\",\"token\":\"kiwi_mine\",\"prefix\":\"kiwi_x\",\"hash\":\"x\",\"revoked\":true,"
                        + "\"disabled\":true,\"superuser\":true,\"request_count\":-5,\"expires_at\":null}"),
                201);
        assertThat(id(minted)).isNotEqualTo(made);
        assertThat(minted.path("scope_names").toString()).isEqualTo("[\"rotations:read\"]");
        assertThat(minted.path("expires_at").isNull()).isFalse();
        assertThat(minted.path("request_count").intValue()).isZero();
        JsonNode who = json(tokens.use(text(minted)), 200);
        assertThat(who.path("owner_id").stringValue()).isEqualTo(tokens.owner().id());
        assertThat(json(
                                kiwi.with(text(minted))
                                        .post()
                                        .uri("/v1/leaderboards/reset")
                                        .exchange(),
                                403)
                        .at("/error/code")
                        .stringValue())
                .isEqualTo("forbidden");
    }

    @Test
    void fiftyEntriesAreTakenAndNotOneMoreHoweverOftenTheyAreWritten() {
        String fifty =
                IntStream.range(0, 50).mapToObj(i -> "\"10.0.0." + i + "\"").collect(Collectors.joining(","));
        JsonNode minted = json(mint("{\"name\":\"a\",\"allowed_ips\":[" + fifty + "," + fifty + "]}"), 201);
        assertThat(minted.path("allowed_ip_count").intValue()).isEqualTo(50);
        assertThat(code(json(mint("{\"name\":\"b\",\"allowed_ips\":[" + fifty + ",\"10.0.1.0\"]}"), 400)))
                .isEqualTo("bad_request");
    }

    @Test
    void aTokenMakesNoTokens() {
        String token = kiwi.token(tokens.owner());
        json(
                kiwi.with(token)
                        .post()
                        .uri("/tokens")
                        .bodyValue(Map.of("name", "child"))
                        .exchange(),
                401);
    }
}
