package dev.kiwi.command.account;

import static dev.kiwi.command.account.AccountFixture.EMAIL;
import static dev.kiwi.command.account.AccountFixture.HASH;
import static dev.kiwi.command.account.AccountFixture.ID;
import static dev.kiwi.command.account.AccountFixture.NOW;
import static dev.kiwi.command.account.AccountFixture.email;
import static dev.kiwi.command.account.AccountFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.account.AccountEvent.EmailBounced;
import dev.kiwi.api.account.AccountEvent.EmailChanged;
import dev.kiwi.api.account.AccountEvent.GithubLinked;
import dev.kiwi.api.account.AccountEvent.PasswordReplaced;
import dev.kiwi.api.account.ConfirmEmailChange;
import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.EmailLinkPurpose;
import dev.kiwi.api.account.EraseAccount;
import dev.kiwi.api.account.LinkGithub;
import dev.kiwi.api.account.LoginState;
import dev.kiwi.api.account.MakeEmailLink;
import dev.kiwi.api.account.MarkEmailBounced;
import dev.kiwi.api.account.ReadLoginState;
import dev.kiwi.api.account.RegisterAccount;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.command.crypto.DerivedKeys;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** platform.md 5 and ruling 4. */
class AccountGithubTest {
    private static final String GITHUB = "583231";
    private static final String UNUSABLE = "$argon2id$nobody";
    private static final EmailAddress NEW = email("ada@elsewhere.example");
    private static final LinkGithub LINK = new LinkGithub(ID, GITHUB, EMAIL, UNUSABLE);

    private final AccountFixture fixture = new AccountFixture();
    private final AggregateTestFixture<Account> account = fixture.account;
    private final AccountRegistered verified = fixture.registered(true, false);
    private final AccountRegistered unverified = fixture.registered(false, false);
    private final String print = fixture.githubFingerprints.of(GITHUB);
    private final GithubLinked linked = new GithubLinked(ID, GITHUB, print, false, NOW);
    private final PasswordReplaced guessed = new PasswordReplaced(ID, UNUSABLE, 1, "unusable", NOW);

    @Test
    void givenAVerifiedAccountWhenLinkedThenNothingElseChanges() {
        fixture.holdingItsClaims();
        account.given(verified).when(LINK).expectEvents(linked).expectResultMessagePayload(false);
        assertThat(fixture.claims.held())
                .isEqualTo(Map.of(
                        "email/" + fixture.fingerprints.of(EMAIL), "account:" + ID,
                        "account/" + ID, "account:" + ID,
                        "token_version/" + ID + ":0", "account:" + ID,
                        "github/" + print, "account:" + ID));
        assertThat(fixture.announced).contains(ID);
    }

    @Test
    void givenAnAccountThatNobodyHasVerifiedWhenLinkedThenEverythingOfBeforeIsVoid() {
        fixture.holdingItsClaims().claims.claim("token_hash", "a stranger's", "token:t1");
        account.given(unverified).when(LINK).expectEvents(guessed, linked).expectResultMessagePayload(true);
        assertThat(fixture.claims.held())
                .containsEntry("token_version/" + ID + ":1", "account:" + ID)
                .doesNotContainKey("token_version/" + ID + ":0");
        List<String> inOrder = List.copyOf(fixture.claims.held().keySet());
        assertThat(inOrder.indexOf("account/" + ID))
                .as("the account's own claim is newer than what it was given")
                .isGreaterThan(inOrder.indexOf("token_hash/a stranger's"));
        account.given(unverified, guessed, linked)
                .when(new ReadLoginState(ID))
                .expectResultMessagePayload(new LoginState(UNUSABLE, true, true, 1));
    }

    @Test
    void givenTheLinkWhenLinkedAgainThenNothingHappens() {
        account.given(verified, linked).when(LINK).expectNoEvents().expectResultMessagePayload(false);
        assertThat(fixture.announced).isEmpty();
    }

    @Test
    void givenAnotherGithubAccountWhenLinkedThenItTakesTheOnesPlace() {
        String other = fixture.githubFingerprints.of("7");
        fixture.claims.claim("github", other, "account:" + ID);
        account.given(verified, new GithubLinked(ID, "7", other, false, NOW))
                .when(LINK)
                .expectEvents(linked);
        assertThat(fixture.claims.held()).containsOnlyKeys("github/" + print);
    }

    @Test
    void givenAnotherAddressMeanwhileWhenLinkedThenRefused() {
        account.given(verified, new EmailChanged(ID, EMAIL.text(), NEW.text(), "f", 1, NOW))
                .when(LINK)
                .expectNoEvents()
                .expectException(refused(ErrorCode.CONFLICT));
        assertThat(fixture.claims.held()).isEmpty();
    }

    @Test
    void givenABouncedAddressWhenLinkedThenItIsGoodAgain() {
        account.given(verified, new EmailBounced(ID, NOW), linked)
                .when(new MarkEmailBounced(ID, EMAIL))
                .expectEvents(new EmailBounced(ID, NOW));
    }

    @Test
    void whenRegisteredByALoginAtGithubThenItIsVerifiedAndLinked() {
        account.givenNoPriorActivity()
                .when(new RegisterAccount(ID, EMAIL, "Ada", HASH, true, false, GITHUB))
                .expectEvents(verified, new GithubLinked(ID, GITHUB, print, true, NOW));
        assertThat(fixture.claims.held()).containsEntry("github/" + print, "account:" + ID);
    }

    @Test
    void givenALinkWhenErasedThenTheGithubAccountIsFree() {
        fixture.holdingItsClaims().claims.claim("github", print, "account:" + ID);
        account.given(verified, linked).when(new EraseAccount(ID)).expectEvents(new AccountErased(ID, NOW));
        assertThat(fixture.claims.held()).isEmpty();
    }

    @Test
    void givenALinkToAnotherAddressThatAStrangerAskedForWhenTheAccountIsTakenOverThenItIsDead() {
        ConfirmEmailChange strangers = new ConfirmEmailChange(ID, NEW, Fingerprint.of(EMAIL.text()));
        account.given(unverified, guessed, linked)
                .when(strangers)
                .expectNoEvents()
                .expectException(refused(ErrorCode.BAD_REQUEST));
        account.given(verified, linked)
                .when(strangers)
                .expectEvents(new EmailChanged(ID, EMAIL.text(), NEW.text(), fixture.fingerprints.of(NEW), 1, NOW));
    }

    @Test
    void givenATakenOverAccountWhenItsOwnerAsksForAnotherAddressThenThatLinkWorks() {
        String proof = Fingerprint.of(EMAIL.text() + " 1");
        account.given(unverified, guessed, linked)
                .when(new ConfirmEmailChange(ID, NEW, proof))
                .expectEvents(new EmailChanged(ID, EMAIL.text(), NEW.text(), fixture.fingerprints.of(NEW), 2, NOW));
        account.given(unverified, guessed, linked)
                .when(new MakeEmailLink(ID, EmailLinkPurpose.CHANGE_EMAIL, NEW))
                .expectResultMessagePayload(fixture.links.make(
                        new MakeEmailLink(ID, EmailLinkPurpose.CHANGE_EMAIL, NEW),
                        new EmailLinks.Holder(EMAIL.text(), EMAIL.text() + " 1", UNUSABLE, false)));
    }

    @Test
    void theFingerprintIsKeyedAndNoAddresss() {
        assertThat(print).matches("[0-9a-f]{64}").isNotEqualTo(fixture.fingerprints.of(EMAIL));
        assertThat(new GithubFingerprints(new DerivedKeys("another secret, long enough too").githubClaims()).of(GITHUB))
                .isNotEqualTo(print);
    }
}
