package dev.kiwi.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.account.AccountEvent.PasswordReplaced;
import dev.kiwi.api.account.AccountEvent.SuperuserGranted;
import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.EraseAccount;
import dev.kiwi.api.account.GrantSuperuser;
import dev.kiwi.api.account.LoginState;
import dev.kiwi.api.account.ReadLoginState;
import dev.kiwi.api.account.RegisterAccount;
import dev.kiwi.api.account.ReplacePassword;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.RecordedClaims;
import dev.kiwi.command.crypto.DerivedKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final EmailAddress EMAIL =
            EmailAddress.parse("ada@example.com").orElseThrow();
    private final EmailFingerprints fingerprints =
            new EmailFingerprints(new DerivedKeys("a secret for tests only, long enough").emailClaims());
    private final String fingerprint = fingerprints.of(EMAIL);
    private final RecordedClaims claims = new RecordedClaims();
    private final List<String> announced = new ArrayList<>();
    private final List<String> erased = new ArrayList<>();
    private final AggregateTestFixture<Account> account = new AggregateTestFixture<>(Account.class);

    @BeforeEach
    void fixture() {
        account.registerInjectableResource(claims);
        account.registerInjectableResource(fingerprints);
        account.registerInjectableResource((AccountChanges) announced::add);
        account.registerInjectableResource((PersonalDataErasure) erased::add);
        account.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void givenNothingWhenRegisteredThenAddressExistenceAndVersionAreClaimed() {
        account.givenNoPriorActivity()
                .when(new RegisterAccount("a1", EMAIL, "Ada", "$argon2id$x", false, false))
                .expectEvents(registered(false));
        assertThat(claims.held().keySet()).containsExactly("email/" + fingerprint, "account/a1", "token_version/a1:0");
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
        claims.claim("email", fingerprint, "account:other");
        account.givenNoPriorActivity()
                .when(new RegisterAccount("a1", EMAIL, null, "$argon2id$x", false, false))
                .expectException(Matchers.matches(
                        (Object error) -> error instanceof Refusal refusal && refusal.code() == ErrorCode.EMAIL_TAKEN));
    }

    @Test
    void givenAnAccountWhenMadeSuperuserThenItIsOne() {
        account.given(registered(false)).when(new GrantSuperuser("a1")).expectEvents(new SuperuserGranted("a1", NOW));
    }

    @Test
    void givenASuperuserWhenMadeSuperuserThenNothingHappens() {
        account.given(registered(true)).when(new GrantSuperuser("a1")).expectNoEvents();
    }

    @Test
    void givenAnAccountWhenItsPasswordIsReplacedThenOlderSessionTokensAreVoid() {
        claims.claim("token_version", "a1:0", "account:a1");
        account.given(registered(false))
                .when(new ReplacePassword("a1", "$argon2id$y"))
                .expectEvents(new PasswordReplaced("a1", "$argon2id$y", 1, NOW));
        assertThat(claims.held()).containsOnlyKeys("token_version/a1:1");
        assertThat(announced).containsExactly("a1");
    }

    @Test
    void givenAReplacedPasswordWhenALoginAsksThenTheNewHashAndVersionAnswer() {
        account.given(registered(false), new PasswordReplaced("a1", "$argon2id$y", 1, NOW))
                .when(new ReadLoginState("a1"))
                .expectNoEvents()
                .expectResultMessagePayload(new LoginState("$argon2id$y", true, false, 1));
    }

    @Test
    void givenAnAccountWhenErasedThenItsAddressIsFreeAgain() {
        claims.claim("email", fingerprint, "account:a1");
        claims.claim("account", "a1", "account:a1");
        claims.claim("token_version", "a1:0", "account:a1");
        account.given(registered(false)).when(new EraseAccount("a1")).expectEvents(new AccountErased("a1", NOW));
        assertThat(claims.held()).isEmpty();
        assertThat(announced).containsExactly("a1");
        assertThat(erased).containsExactly("a1");
    }

    private AccountRegistered registered(boolean superuser) {
        return new AccountRegistered("a1", "ada@example.com", fingerprint, "Ada", "$argon2id$x", false, superuser, NOW);
    }
}
