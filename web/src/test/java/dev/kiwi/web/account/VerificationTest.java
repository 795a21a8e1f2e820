package dev.kiwi.web.account;

import static dev.kiwi.web.account.AccountCalls.expect;
import static dev.kiwi.web.account.AccountCalls.freshEmail;
import static dev.kiwi.web.app.RunningKiwi.PASSWORD;
import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.account.EmailLinkPurpose;
import dev.kiwi.api.account.EraseAccount;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** platform.md 3.8. */
@ExtendWith(WithKiwi.class)
class VerificationTest {
    private static final String RESEND = "/auth/resend-verification";

    private final RunningKiwi kiwi;
    private final AccountCalls calls;

    VerificationTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = new AccountCalls(kiwi);
    }

    @Test
    void aLinkVerifiesTheAddressAndMayBeOpenedAgain() {
        String email = freshEmail();
        String id = calls.unverified(email);
        expect(calls.login(email, PASSWORD), 403, "email_unverified");
        String link = calls.link(EmailLinkPurpose.VERIFY, id, null);
        assertThat(calls.page(link, 200)).contains("verified");
        calls.page(link, 200);
        assertThat(calls.events(id)).containsExactly("AccountRegistered", "VerificationRequested", "EmailVerified");
        JsonNode tokens = json(calls.login(email, PASSWORD), 200);
        assertThat(calls.me(tokens.path("access_token").stringValue())
                        .path("is_verified")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void aLinkThatIsTooOldOrBrokenOrOfAGoneAccountIsRefusedWithAPage() {
        String id = calls.unverified(freshEmail());
        String link = calls.link(EmailLinkPurpose.VERIFY, id, null);
        calls.page(link + "x", 400);
        calls.page("/auth/verify-email?token=", 400);
        calls.page(
                "/auth/verify-email?token=" + AccountCalls.token(calls.link(EmailLinkPurpose.RESET_PASSWORD, id, null)),
                400);
        kiwi.later(Duration.ofHours(48).plusSeconds(1), () -> calls.page(link, 400));
        kiwi.send(new EraseAccount(id));
        calls.page(link, 400);
    }

    @Test
    void aLinkWithoutItsTokenIsNone() {
        json(kiwi.client().get().uri("/auth/verify-email").exchange(), 422);
    }

    @Test
    void anotherMailIsSentWhereOneIsNeededAndNobodyLearnsWhere() {
        String waiting = freshEmail();
        String id = calls.unverified(waiting);
        RunningKiwi.Account verified = kiwi.account();
        JsonNode answer = json(resend(waiting), 200);
        assertThat(json(resend(verified.email()), 200)).isEqualTo(answer);
        assertThat(json(resend(freshEmail()), 200)).isEqualTo(answer);
        assertThat(answer.path("message").isString()).isTrue();
        await().until(() -> calls.events(id).size() == 3);
        assertThat(calls.events(id)).endsWith("VerificationRequested");
        assertThat(calls.events(verified.id())).containsExactly("AccountRegistered");
    }

    private ResponseSpec resend(String email) {
        return calls.post(RESEND, Map.of("email", email)).expectHeader().doesNotExist("Kiwi-Position");
    }

    @Test
    void refusesWhatIsNoAddress() {
        json(calls.post(RESEND, Map.of("email", "nobody")), 422);
        json(calls.post(RESEND, Map.of()), 422);
    }

    @Test
    void refusesTheSixthRequestFromAnAddress() {
        WebTestClient client = kiwi.from("203.0.113.79");
        Map<String, String> body = Map.of("email", freshEmail());
        for (int i = 0; i < 5; i++) {
            json(AccountCalls.post(client, RESEND, body), 200);
        }
        expect(AccountCalls.post(client, RESEND, body), 429, "rate_limited");
    }
}
