package dev.kiwi.command.account;

import static dev.kiwi.command.account.AccountFixture.EMAIL;
import static dev.kiwi.command.account.AccountFixture.HASH;
import static dev.kiwi.command.account.AccountFixture.ID;
import static dev.kiwi.command.account.AccountFixture.NOW;
import static dev.kiwi.command.account.AccountFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.account.AccountEvent.PasswordReplaced;
import dev.kiwi.api.account.AccountEvent.PasswordResetRequested;
import dev.kiwi.api.account.LoginState;
import dev.kiwi.api.account.PasswordCause;
import dev.kiwi.api.account.ReadLoginState;
import dev.kiwi.api.account.ReplacePassword;
import dev.kiwi.api.account.ReplacedPassword;
import dev.kiwi.api.account.RequestPasswordReset;
import dev.kiwi.api.kernel.ErrorCode;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class AccountPasswordTest {
    private static final String NEW = "$argon2id$y";

    private final AccountFixture fixture = new AccountFixture();
    private final AggregateTestFixture<Account> account = fixture.account;
    private final AccountRegistered registered = fixture.registered(false, false);

    @Test
    void givenAnAccountWhenItsPasswordIsReplacedThenOlderSessionTokensAreVoid() {
        fixture.claims.claim("token_version", ID + ":0", "account:" + ID);
        account.given(registered)
                .when(ReplacePassword.byOperator(ID, NEW))
                .expectEvents(new PasswordReplaced(ID, NEW, 1, "operator", NOW))
                .expectResultMessagePayload(new ReplacedPassword(1, fixture.fingerprints.of(EMAIL)));
        assertThat(fixture.claims.held()).containsOnlyKeys("token_version/" + ID + ":1");
        assertThat(fixture.announced).containsExactly(ID);
    }

    @Test
    void givenAProofOfTheCurrentPasswordWhenReplacedThenTheEventSaysWhy() {
        account.given(registered)
                .when(replace(PasswordCause.CHANGED, HASH))
                .expectEvents(new PasswordReplaced(ID, NEW, 1, "changed", NOW));
        account.given(registered)
                .when(replace(PasswordCause.RESET, HASH))
                .expectEvents(new PasswordReplaced(ID, NEW, 1, "reset", NOW));
    }

    @Test
    void givenAReplacedPasswordWhenTheSameLinkIsUsedAgainThenRefused() {
        account.given(registered, new PasswordReplaced(ID, "$argon2id$z", 1, "reset", NOW))
                .when(replace(PasswordCause.RESET, HASH))
                .expectNoEvents()
                .expectException(refused(ErrorCode.BAD_REQUEST));
    }

    @Test
    void givenAReplacedPasswordWhenAChangeRestsOnTheOldOneThenRefused() {
        account.given(registered, new PasswordReplaced(ID, "$argon2id$z", 1, "reset", NOW))
                .when(replace(PasswordCause.CHANGED, HASH))
                .expectNoEvents()
                .expectException(refused(ErrorCode.INVALID_CREDENTIALS));
        assertThat(fixture.announced).isEmpty();
    }

    @Test
    void givenAReplacedPasswordWhenALoginAsksThenTheNewHashAndVersionAnswer() {
        account.given(registered, new PasswordReplaced(ID, NEW, 1, "operator", NOW))
                .when(new ReadLoginState(ID))
                .expectNoEvents()
                .expectResultMessagePayload(new LoginState(NEW, true, false, 1));
    }

    @Test
    void givenAnAccountWhenAResetIsAskedForThenAMailIsDue() {
        account.given(registered).when(new RequestPasswordReset(ID)).expectEvents(new PasswordResetRequested(ID, NOW));
    }

    private static ReplacePassword replace(PasswordCause cause, String replaced) {
        return new ReplacePassword(ID, NEW, cause, Fingerprint.of(replaced));
    }
}
