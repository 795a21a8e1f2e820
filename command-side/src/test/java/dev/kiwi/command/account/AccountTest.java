package dev.kiwi.command.account;

import static dev.kiwi.command.account.AccountFixture.EMAIL;
import static dev.kiwi.command.account.AccountFixture.HASH;
import static dev.kiwi.command.account.AccountFixture.ID;
import static dev.kiwi.command.account.AccountFixture.NOW;
import static dev.kiwi.command.account.AccountFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.account.AccountEvent.ProfileChanged;
import dev.kiwi.api.account.AccountEvent.SessionsVoided;
import dev.kiwi.api.account.AccountEvent.SuperuserGranted;
import dev.kiwi.api.account.AccountEvent.VerificationRequested;
import dev.kiwi.api.account.ChangeProfile;
import dev.kiwi.api.account.DeleteAccount;
import dev.kiwi.api.account.EraseAccount;
import dev.kiwi.api.account.GrantSuperuser;
import dev.kiwi.api.account.RegisterAccount;
import dev.kiwi.api.account.VoidSessions;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.command.crypto.DerivedKeys;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class AccountTest {
    private final AccountFixture fixture = new AccountFixture();
    private final AggregateTestFixture<Account> account = fixture.account;
    private final String fingerprint = fixture.fingerprints.of(EMAIL);

    @Test
    void givenNothingWhenSomebodySignsUpThenAddressExistenceAndVersionAreClaimedAndAMailIsDue() {
        account.givenNoPriorActivity()
                .when(new RegisterAccount(ID, EMAIL, "Ada", HASH, false, false))
                .expectEvents(registered(false), new VerificationRequested(ID, NOW))
                .expectResultMessagePayload(NOW);
        assertThat(fixture.claims.held().keySet())
                .containsExactly("email/" + fingerprint, "account/" + ID, "token_version/" + ID + ":0");
    }

    @Test
    void givenNothingWhenAVerifiedAccountIsRegisteredThenNoMailIsDue() {
        account.givenNoPriorActivity()
                .when(new RegisterAccount(ID, EMAIL, "Ada", HASH, true, false))
                .expectEvents(fixture.registered(true, false));
    }

    @Test
    void theTableOfClaimsNeverHoldsTheAddress() {
        assertThat(fingerprint).matches("[0-9a-f]{64}").doesNotContain("ada");
        EmailFingerprints others =
                new EmailFingerprints(new DerivedKeys("another secret, long enough too").emailClaims());
        assertThat(others.of(EMAIL)).isNotEqualTo(fingerprint);
    }

    @Test
    void givenAnAccountWithTheAddressWhenRegisteredThenRefused() {
        fixture.claims.claim("email", fingerprint, "account:other");
        account.givenNoPriorActivity()
                .when(new RegisterAccount(ID, EMAIL, null, HASH, false, false))
                .expectException(refused(ErrorCode.EMAIL_TAKEN));
    }

    @Test
    void givenAnAccountWhenMadeSuperuserThenItIsOne() {
        account.given(registered(false)).when(new GrantSuperuser(ID)).expectEvents(new SuperuserGranted(ID, NOW));
    }

    @Test
    void givenASuperuserWhenMadeSuperuserThenNothingHappens() {
        account.given(registered(true)).when(new GrantSuperuser(ID)).expectNoEvents();
    }

    @Test
    void givenAnAccountWhenItsNameChangesThenItHasThatName() {
        account.given(registered(false))
                .when(new ChangeProfile(ID, null))
                .expectEvents(new ProfileChanged(ID, null, NOW));
    }

    @Test
    void givenAnAccountWhenLoggedOutEverywhereThenOlderSessionTokensAreVoid() {
        fixture.claims.claim("token_version", ID + ":1", "account:" + ID);
        account.given(registered(false), new SessionsVoided(ID, 1, NOW))
                .when(new VoidSessions(ID))
                .expectEvents(new SessionsVoided(ID, 2, NOW));
        assertThat(fixture.claims.held()).containsOnlyKeys("token_version/" + ID + ":2");
        assertThat(fixture.announced).containsExactly(ID);
    }

    @Test
    void givenANameWhenItIsGivenAgainThenNothingHappens() {
        account.given(registered(false)).when(new ChangeProfile(ID, "Ada")).expectNoEvents();
        account.given(registered(false), new ProfileChanged(ID, "Ada L.", NOW))
                .when(new ChangeProfile(ID, "Ada L."))
                .expectNoEvents();
    }

    @Test
    void givenAnAccountWhenErasedThenItsAddressIsFreeAgain() {
        fixture.holdingItsClaims();
        account.given(registered(false)).when(new EraseAccount(ID)).expectEvents(new AccountErased(ID, NOW));
        expectGone();
    }

    @Test
    void givenSecondFactorsWhenErasedThenTheyClaimNothingMore() {
        fixture.holdingItsClaims();
        for (String claim : List.of("second_factor/" + ID, "authenticator/" + ID, "passkey/a", "passkey/b")) {
            String[] parts = claim.split("/");
            fixture.claims.claim(parts[0], parts[1], "second_factor:" + ID);
        }
        fixture.claims.claim("passkey", "c", "second_factor:another");
        account.given(registered(false)).when(new EraseAccount(ID)).expectEvents(new AccountErased(ID, NOW));
        assertThat(fixture.claims.held()).containsOnlyKeys("passkey/c");
    }

    @Test
    void givenAnAccountWhenItsOwnerConfirmsTheDeletionThenItIsErased() {
        fixture.holdingItsClaims();
        account.given(registered(false))
                .when(new DeleteAccount(ID, AccountFixture.email("ADA@example.com")))
                .expectEvents(new AccountErased(ID, NOW));
        expectGone();
    }

    @Test
    void givenAnotherAddressWhenTheDeletionIsConfirmedThenRefused() {
        account.given(registered(false))
                .when(new DeleteAccount(ID, AccountFixture.email("bob@example.com")))
                .expectNoEvents()
                .expectException(refused(ErrorCode.BAD_REQUEST));
        assertThat(fixture.erased).isEmpty();
    }

    private void expectGone() {
        assertThat(fixture.claims.held()).isEmpty();
        assertThat(fixture.announced).containsExactly(ID);
        assertThat(fixture.erased).containsExactly(ID);
    }

    private AccountRegistered registered(boolean superuser) {
        return fixture.registered(false, superuser);
    }
}
