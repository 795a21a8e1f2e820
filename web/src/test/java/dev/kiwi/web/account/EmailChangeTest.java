package dev.kiwi.web.account;

import static dev.kiwi.web.account.AccountCalls.expect;
import static dev.kiwi.web.account.AccountCalls.freshEmail;
import static dev.kiwi.web.app.RunningKiwi.PASSWORD;
import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.EmailLinkPurpose;
import dev.kiwi.api.account.EraseAccount;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** platform.md 3.8. */
@ExtendWith(WithKiwi.class)
class EmailChangeTest {
    private static final String CHANGE = "/auth/change-email";

    private final RunningKiwi kiwi;
    private final AccountCalls calls;
    private final Account owner;
    private final String newEmail = freshEmail();

    EmailChangeTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = new AccountCalls(kiwi);
        this.owner = kiwi.account();
    }

    private ResponseSpec change(String email, String password) {
        return AccountCalls.post(kiwi.with(owner.session()), CHANGE, Map.of("new_email", email, "password", password));
    }

    private String link() {
        return calls.link(EmailLinkPurpose.CHANGE_EMAIL, owner.id(), newEmail);
    }

    @Test
    void nothingChangesUntilTheLinkIsOpened() {
        JsonNode answer = json(change(" " + newEmail.toUpperCase(Locale.ROOT), PASSWORD), 200);
        assertThat(answer.propertyNames()).containsExactly("message");
        assertThat(calls.events(owner.id())).containsExactly("AccountRegistered", "EmailChangeRequested");
        assertThat(calls.me(owner.session()).path("email").stringValue()).isEqualTo(owner.email());
        json(calls.login(owner.email(), PASSWORD), 200);
    }

    @Test
    void theLinkMovesTheAccountOnceAndEndsEverySession() {
        String link = link();
        assertThat(calls.page(link, 200)).contains("new address");
        json(kiwi.with(owner.session()).get().uri("/auth/me").exchange(), 401);
        expect(calls.login(owner.email(), PASSWORD), 401, "invalid_credentials");
        JsonNode tokens = json(calls.login(newEmail, PASSWORD), 200);
        JsonNode me = calls.me(tokens.path("access_token").stringValue());
        assertThat(me.path("email").stringValue()).isEqualTo(newEmail);
        assertThat(me.path("is_verified").booleanValue()).isTrue();
        calls.page(link, 400);
        json(calls.post("/auth/signup", Map.of("email", owner.email(), "password", PASSWORD)), 201);
    }

    @Test
    void aLinkIsRefusedWhenSomebodyElseHasTakenTheAddressMeanwhile() {
        String link = link();
        json(calls.post("/auth/signup", Map.of("email", newEmail, "password", PASSWORD)), 201);
        calls.page(link, 409);
        assertThat(calls.me(owner.session()).path("email").stringValue()).isEqualTo(owner.email());
    }

    @Test
    void aLinkThatIsBrokenTooOldForSomethingElseOrOfAGoneAccountIsRefusedWithAPage() {
        String link = link();
        calls.page(link + "x", 400);
        calls.page(
                "/auth/verify-email-change?token="
                        + AccountCalls.token(calls.link(EmailLinkPurpose.VERIFY, owner.id(), null)),
                400);
        kiwi.later(Duration.ofHours(48).plusSeconds(1), () -> calls.page(link, 400));
        kiwi.send(new EraseAccount(owner.id()));
        calls.page(link, 400);
        json(kiwi.client().get().uri("/auth/verify-email-change").exchange(), 422);
    }

    @Test
    void refusesAWrongPasswordTheSameAddressAThrowAwayOneAndATakenOne() {
        expect(change(newEmail, "x"), 401, "invalid_credentials");
        expect(change(owner.email(), PASSWORD), 400, "bad_request");
        expect(change("a@mailinator.com", PASSWORD), 400, "disposable_email");
        expect(change(kiwi.account().email(), PASSWORD), 409, "email_taken");
        assertThat(calls.events(owner.id())).containsExactly("AccountRegistered");
    }

    @Test
    void refusesABodyThatIsNoneAndACallerWithoutASession() {
        json(change("nobody", PASSWORD), 422);
        json(calls.post(CHANGE, Map.of("new_email", newEmail, "password", PASSWORD)), 401);
    }
}
