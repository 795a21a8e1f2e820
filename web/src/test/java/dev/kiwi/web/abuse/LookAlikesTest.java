package dev.kiwi.web.abuse;

import static dev.kiwi.web.app.RunningKiwi.PASSWORD;
import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import jakarta.mail.MessagingException;
import java.util.Map;
import org.awaitility.Awaitility;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Addresses and names that look like somebody else's, or are larger than any that a person has. */
@ExtendWith(WithKiwi.class)
class LookAlikesTest {
    private final RunningKiwi kiwi;
    private final String unique = new ObjectId().toHexString();

    LookAlikesTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    private ResponseSpec post(String path, Map<String, Object> body) {
        return kiwi.client().post().uri(path).bodyValue(body).exchange();
    }

    private ResponseSpec signUp(String email) {
        return post("/auth/signup", Map.of("email", email, "password", PASSWORD));
    }

    /** Cyrillic, Greek, full-width and composed letters are other letters; neither address opens the other's account. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0430da%s", "\u03b1da%s", "\uff41da%s", "\u00e1da%s", "ada\u200d%s", "a\u0301da%s"})
    void anAddressThatLooksLikeAnothersIsNotThatAddress(String lookAlike) {
        String real = "ada" + unique + "@kiwi.example";
        String other = lookAlike.formatted(unique) + "@kiwi.example";
        String id = json(signUp(real), 201).path("id").stringValue();
        ResponseSpec answer = signUp(other);
        int status = answer.returnResult(Void.class).getStatus().value();
        assertThat(status).isIn(201, 422);
        assertThat(json(post("/auth/login", Map.of("email", other, "password", "not it")), status == 201 ? 401 : 422)
                        .toString())
                .doesNotContain(id);
    }

    /** The Kelvin sign is a small k in lower case: whoever types it gets nothing that is not sent to the real address. */
    @Test
    void aMailGoesToTheAddressOfTheAccountNotToTheOneThatWasTyped() throws MessagingException {
        Account account = kiwi.account();
        String typed = account.email().replace("kiwi.example", "\u212aiwi.example");
        json(post("/auth/forgot-password", Map.of("email", typed)), 200);
        Awaitility.await().until(() -> !kiwi.mailTo(account.email()).isEmpty());
        assertThat(kiwi.mailTo(account.email()).getFirst().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly(account.email());
        assertThat(json(signUp(typed), 409).at("/error/code").stringValue()).isEqualTo("email_taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "password", "display_name", "captcha_token", "website"})
    void aFieldOfAMegabyteIsRefusedWithoutBeingRepeated(String field) {
        Map<String, Object> body =
                new java.util.HashMap<>(Map.of("email", "ada" + unique + "@kiwi.example", "password", PASSWORD));
        body.put(field, "x".repeat(1 << 20));
        byte[] answer = post("/auth/signup", body)
                .expectStatus()
                .value(status -> assertThat(status).isIn(400, 422, 201))
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(answer).hasSizeLessThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0xd800, 0xdfff})
    void textThatNoStoreCanKeepIsRefused(int character) {
        Account owner = kiwi.account();
        json(
                kiwi.with(owner.session())
                        .patch()
                        .uri("/auth/me")
                        .header("Content-Type", "application/json")
                        .bodyValue("{\"display_name\":\"a\\u%04xb\"}".formatted(character))
                        .exchange(),
                422);
    }
}
