package dev.kiwi.web.account;

import static dev.kiwi.web.account.AccountCalls.expect;
import static dev.kiwi.web.account.AccountCalls.freshEmail;
import static dev.kiwi.web.app.RunningKiwi.PASSWORD;
import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** platform.md 3.6, as somebody meets it who logs in; how it is counted is in LockoutTest. */
@ExtendWith(WithKiwi.class)
class LockoutLoginTest {
    private final RunningKiwi kiwi;
    private final AccountCalls calls;

    LockoutLoginTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = new AccountCalls(kiwi);
    }

    private void fail(String email, int times) {
        for (int i = 0; i < times; i++) {
            expect(calls.login(email, "wrong"), 401, "invalid_credentials");
        }
    }

    @Test
    void fiveFailuresFromWhereverLockAnAddressAlsoForTheRightPassword() {
        String email = kiwi.account().email();
        fail(email, 5);
        expect(
                calls.login(email.toUpperCase(Locale.ROOT), PASSWORD)
                        .expectHeader()
                        .value(
                                "Retry-After",
                                seconds -> assertThat(Integer.parseInt(seconds)).isBetween(880, 900)),
                429,
                "account_locked");
        json(calls.login(kiwi.account().email(), PASSWORD), 200);
    }

    @Test
    void anAddressThatNobodyHasIsLockedAlike() {
        String email = freshEmail();
        fail(email, 5);
        expect(calls.login(email, PASSWORD), 429, "account_locked");
    }

    @Test
    void aRightPasswordForgetsTheFailuresBeforeIt() {
        String email = kiwi.account().email();
        fail(email, 4);
        json(calls.login(email, PASSWORD), 200);
        fail(email, 4);
        json(calls.login(email, PASSWORD), 200);
    }

    @Test
    void aRightPasswordForgetsThemAlsoWhereTheAddressIsNotVerified() {
        String email = freshEmail();
        calls.unverified(email);
        fail(email, 4);
        expect(calls.login(email, PASSWORD), 403, "email_unverified");
        fail(email, 1);
        expect(calls.login(email, PASSWORD), 403, "email_unverified");
    }
}
