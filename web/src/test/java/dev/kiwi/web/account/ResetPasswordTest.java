package dev.kiwi.web.account;

import static dev.kiwi.web.account.AccountCalls.expect;
import static dev.kiwi.web.account.AccountCalls.freshEmail;
import static dev.kiwi.web.account.AccountCalls.html;
import static dev.kiwi.web.account.AccountCalls.token;
import static dev.kiwi.web.app.RunningKiwi.PASSWORD;
import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.account.EmailLinkPurpose;
import dev.kiwi.api.account.EraseAccount;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;

/** platform.md 3.8. */
@ExtendWith(WithKiwi.class)
class ResetPasswordTest {
    private static final String NEW = "another password of the tests";
    private static final String FORGOT = "/auth/forgot-password";
    private static final String RESET = "/auth/reset-password";

    private final RunningKiwi kiwi;
    private final AccountCalls calls;
    private final Account owner;
    private final String link;

    ResetPasswordTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = new AccountCalls(kiwi);
        this.owner = kiwi.account();
        this.link = calls.link(EmailLinkPurpose.RESET_PASSWORD, owner.id(), null);
    }

    private ResponseSpec reset(String token, String password) {
        return calls.post(RESET, Map.of("token", token, "new_password", password));
    }

    private ResponseSpec submit(String token, String password) {
        return kiwi.client()
                .post()
                .uri(RESET)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("token", token).with("new_password", password))
                .exchange();
    }

    @Test
    void aMailIsSentToWhomTheAddressBelongsAndNobodyLearnsToWhom() {
        JsonNode answer = json(forgot(owner.email()), 200);
        assertThat(json(forgot(freshEmail()), 200)).isEqualTo(answer);
        assertThat(answer.path("message").isString()).isTrue();
        await().until(() -> calls.events(owner.id()).size() == 2);
        assertThat(calls.events(owner.id())).endsWith("PasswordResetRequested");
    }

    private ResponseSpec forgot(String email) {
        return calls.post(FORGOT, Map.of("email", email)).expectHeader().doesNotExist("Kiwi-Position");
    }

    @Test
    void refusesToMailToWhatIsNoAddress() {
        json(calls.post(FORGOT, Map.of("email", "nobody")), 422);
    }

    @Test
    void refusesTheSixthForgottenPasswordFromAnAddress() {
        WebTestClient client = kiwi.from("203.0.113.80");
        Map<String, String> body = Map.of("email", freshEmail());
        for (int i = 0; i < 5; i++) {
            json(AccountCalls.post(client, FORGOT, body), 200);
        }
        expect(AccountCalls.post(client, FORGOT, body), 429, "rate_limited");
    }

    /** From wherever they are asked for; nobody is told, as with an address that has no account. */
    @Test
    void anAddressGetsTenAskedMailsAnHour() {
        JsonNode answer = json(forgot(owner.email()), 200);
        for (int i = 0; i < 11; i++) {
            assertThat(json(forgot(owner.email()), 200)).isEqualTo(answer);
        }
        await().until(() -> calls.events(owner.id()).size() == 11);
        Account other = kiwi.account();
        json(forgot(other.email()), 200);
        await().until(() -> calls.events(other.id()).contains("PasswordResetRequested"));
        assertThat(calls.events(owner.id())).hasSize(11);
    }

    @Test
    void aLinkSetsANewPasswordOnceEndsEverySessionAndOpensNone() {
        JsonNode answer = json(reset(token(link), NEW), 200);
        assertThat(answer.propertyNames()).containsExactly("message");
        json(kiwi.with(owner.session()).get().uri("/auth/me").exchange(), 401);
        expect(calls.login(owner.email(), PASSWORD), 401, "invalid_credentials");
        json(calls.login(owner.email(), NEW), 200);
        expect(reset(token(link), "a third password"), 400, "bad_request");
    }

    @Test
    void aResetEndsTheLockOfTheAddressAndVerifiesNothing() {
        String email = freshEmail();
        String id = calls.unverified(email);
        for (int i = 0; i < 5; i++) {
            expect(calls.login(email, "wrong"), 401, "invalid_credentials");
        }
        expect(calls.login(email, PASSWORD), 429, "account_locked");
        json(reset(token(calls.link(EmailLinkPurpose.RESET_PASSWORD, id, null)), NEW), 200);
        expect(calls.login(email, NEW), 403, "email_unverified");
    }

    @Test
    void refusesALinkThatIsBrokenTooOldForSomethingElseOrOfAGoneAccount() {
        expect(reset("no token", NEW), 400, "bad_request");
        expect(reset(token(calls.link(EmailLinkPurpose.VERIFY, owner.id(), null)), NEW), 400, "bad_request");
        kiwi.later(Duration.ofMinutes(61), () -> expect(reset(token(link), NEW), 400, "bad_request"));
        kiwi.send(new EraseAccount(owner.id()));
        expect(reset(token(link), NEW), 400, "bad_request");
    }

    /** A link that does not work must not answer questions about passwords. */
    @Test
    void aPasswordThatAttackersKnowIsRefusedAndDoesNotUseTheLinkUp() {
        expect(reset("no token", "password"), 400, "bad_request");
        expect(reset(token(link), "password"), 400, "password_breached");
        json(reset(token(link), NEW), 200);
    }

    @Test
    void refusesABodyThatIsNone() {
        json(reset(token(link), "7 chars"), 422);
        json(calls.post(RESET, Map.of("token", token(link))), 422);
        json(calls.post(RESET, Map.of("new_password", NEW)), 422);
    }

    @Test
    void theFormHoldsTheTokenWhateverItIs() {
        String page = calls.page(link, 200);
        assertThat(page).contains("<form method=\"post\" action=\"/auth/reset-password\">", token(link));
        String nasty = html(
                kiwi.client()
                        .get()
                        .uri(builder -> builder.path(RESET)
                                .queryParam("token", "{token}")
                                .build("\"><b>x</b>{{portal}}"))
                        .exchange(),
                200,
                "{{portal}}");
        assertThat(nasty).contains("&quot;&gt;&lt;b&gt;x&lt;/b&gt;").doesNotContain("<b>x");
        json(kiwi.client().get().uri(RESET).exchange(), 422);
    }

    @Test
    void theFormIsAnsweredWithPages() {
        assertThat(html(submit(token(link), "password"), 400)).contains("<form").contains(token(link));
        assertThat(html(submit(token(link), "7 chars"), 422)).contains("<form").doesNotContain("7 chars");
        assertThat(html(submit(token(link), NEW), 200)).doesNotContain("<form");
        assertThat(html(submit(token(link), NEW), 400)).doesNotContain("<form");
        json(calls.login(owner.email(), NEW), 200);
    }
}
