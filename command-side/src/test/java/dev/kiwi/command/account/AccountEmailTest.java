package dev.kiwi.command.account;

import static dev.kiwi.command.account.AccountFixture.EMAIL;
import static dev.kiwi.command.account.AccountFixture.ID;
import static dev.kiwi.command.account.AccountFixture.NOW;
import static dev.kiwi.command.account.AccountFixture.email;
import static dev.kiwi.command.account.AccountFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.account.AccountEvent.EmailBounced;
import dev.kiwi.api.account.AccountEvent.EmailChangeRequested;
import dev.kiwi.api.account.AccountEvent.EmailChanged;
import dev.kiwi.api.account.AccountEvent.EmailVerified;
import dev.kiwi.api.account.AccountEvent.VerificationRequested;
import dev.kiwi.api.account.ConfirmEmailChange;
import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.LoginState;
import dev.kiwi.api.account.MarkEmailBounced;
import dev.kiwi.api.account.ReadLoginState;
import dev.kiwi.api.account.RequestEmailChange;
import dev.kiwi.api.account.RequestVerification;
import dev.kiwi.api.account.VerifyEmail;
import dev.kiwi.api.kernel.ErrorCode;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class AccountEmailTest {
    private static final EmailAddress NEW = email("ada@elsewhere.example");

    private final AccountFixture fixture = new AccountFixture();
    private final AggregateTestFixture<Account> account = fixture.account;
    private final AccountRegistered unverified = fixture.registered(false, false);
    private final EmailChanged changed =
            new EmailChanged(ID, EMAIL.text(), NEW.text(), fixture.fingerprints.of(NEW), 1, NOW);

    @Test
    void givenAnUnverifiedAccountWhenAMailIsAskedForThenItIsDue() {
        account.given(unverified).when(new RequestVerification(ID)).expectEvents(new VerificationRequested(ID, NOW));
    }

    @Test
    void givenAnUnverifiedAccountWhenTheLinkIsOpenedThenItIsVerifiedOnce() {
        account.given(unverified).when(new VerifyEmail(ID)).expectEvents(new EmailVerified(ID, NOW));
        account.given(unverified, new EmailVerified(ID, NOW))
                .when(new VerifyEmail(ID))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void givenAVerifiedAccountWhenAMailIsAskedForThenNoneIsDue() {
        account.given(unverified, new EmailVerified(ID, NOW))
                .when(new RequestVerification(ID))
                .expectNoEvents();
    }

    @Test
    void givenAFreeAddressWhenAChangeIsAskedForThenAMailIsDueAndNothingElseHasChanged() {
        account.given(unverified)
                .when(new RequestEmailChange(ID, NEW))
                .expectEvents(new EmailChangeRequested(ID, NEW.text(), NOW));
        assertThat(fixture.claims.held()).isEmpty();
        assertThat(fixture.announced).isEmpty();
    }

    @Test
    void givenTheAccountsOwnAddressWhenAChangeIsAskedForThenRefused() {
        fixture.holdingItsClaims();
        account.given(unverified)
                .when(new RequestEmailChange(ID, EMAIL))
                .expectException(refused(ErrorCode.BAD_REQUEST));
    }

    @Test
    void givenATakenAddressWhenAChangeIsAskedForOrConfirmedThenRefused() {
        fixture.claims.claim("email", fixture.fingerprints.of(NEW), "account:other");
        account.given(unverified).when(new RequestEmailChange(ID, NEW)).expectException(refused(ErrorCode.EMAIL_TAKEN));
        account.given(unverified).when(confirm(EMAIL)).expectException(refused(ErrorCode.EMAIL_TAKEN));
    }

    @Test
    void givenAnAccountWhenTheChangeIsConfirmedThenItHasTheNewAddressAndOlderSessionTokensAreVoid() {
        fixture.holdingItsClaims();
        account.given(unverified).when(confirm(EMAIL)).expectEvents(changed);
        assertThat(fixture.claims.held())
                .containsOnlyKeys(
                        "account/" + ID, "email/" + fixture.fingerprints.of(NEW), "token_version/" + ID + ":1");
        assertThat(fixture.announced).containsExactly(ID);
    }

    @Test
    void givenAChangedAddressWhenALoginAsksThenItIsVerifiedAndHasTheNextVersion() {
        account.given(unverified, changed)
                .when(new ReadLoginState(ID))
                .expectResultMessagePayload(new LoginState(AccountFixture.HASH, true, true, 1));
    }

    @Test
    void givenAChangedAddressWhenTheSameLinkIsOpenedAgainThenRefused() {
        account.given(unverified, changed).when(confirm(EMAIL)).expectException(refused(ErrorCode.BAD_REQUEST));
    }

    @Test
    void givenABouncedMailThenThatIsNotedOnceAndOnlyForTheAddressOfNow() {
        account.given(unverified).when(new MarkEmailBounced(ID, EMAIL)).expectEvents(new EmailBounced(ID, NOW));
        account.given(unverified, new EmailBounced(ID, NOW))
                .when(new MarkEmailBounced(ID, EMAIL))
                .expectNoEvents();
        account.given(unverified, changed).when(new MarkEmailBounced(ID, EMAIL)).expectNoEvents();
    }

    @Test
    void givenAChangedAddressThenWhatBouncedBeforeIsForgotten() {
        account.given(unverified, new EmailBounced(ID, NOW), changed)
                .when(new MarkEmailBounced(ID, NEW))
                .expectEvents(new EmailBounced(ID, NOW));
    }

    private static ConfirmEmailChange confirm(EmailAddress from) {
        return new ConfirmEmailChange(ID, NEW, Fingerprint.of(from.text()));
    }
}
