package dev.kiwi.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.AccountEvent.PasskeyAdded;
import dev.kiwi.api.account.AccountEvent.PasskeyCounterWentBack;
import dev.kiwi.api.account.AccountEvent.PasskeyRemoved;
import dev.kiwi.api.account.AccountEvent.PasskeyRenamed;
import dev.kiwi.api.account.AccountEvent.PasskeyUsed;
import dev.kiwi.api.account.AccountEvent.RecoveryCodeUsed;
import dev.kiwi.api.account.AccountEvent.RecoveryCodesMade;
import dev.kiwi.api.account.AccountEvent.SecondFactorDisabled;
import dev.kiwi.api.account.AccountEvent.SecondFactorEnabled;
import dev.kiwi.api.account.AddPasskey;
import dev.kiwi.api.account.DisableSecondFactor;
import dev.kiwi.api.account.EnableSecondFactor;
import dev.kiwi.api.account.PasskeyPurpose;
import dev.kiwi.api.account.RemovePasskey;
import dev.kiwi.api.account.RemoveSecondFactors;
import dev.kiwi.api.account.RenamePasskey;
import dev.kiwi.api.account.ReportPasskeyCounter;
import dev.kiwi.api.account.SpendRecoveryCode;
import dev.kiwi.api.account.UsePasskey;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.RecordedClaims;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passkeys among the second factors of an account. */
class PasskeyTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String OWNER = "second_factor:a1";
    private static final SecondFactorEnabled AUTHENTICATOR = new SecondFactorEnabled("a1", NOW);
    private static final PasskeyAdded PHONE = added("p1");
    private static final PasskeyAdded KEY = added("p2");

    private final RecordedClaims claims = new RecordedClaims();
    private final List<String> announced = new ArrayList<>();
    private final AggregateTestFixture<SecondFactor> factor = new AggregateTestFixture<>(SecondFactor.class);

    @BeforeEach
    void fixture() {
        factor.registerInjectableResource(claims);
        factor.registerInjectableResource((AccountChanges) announced::add);
        factor.registerInjectableResource(Clock.fixed(NOW.plusNanos(1), ZoneOffset.UTC));
    }

    private static PasskeyAdded added(String id) {
        return new PasskeyAdded("a1", id, "hash of " + id, "my " + id, true, NOW);
    }

    private static AddPasskey add(String id, int recoveryCodes) {
        return new AddPasskey("a1", id, "hash of " + id, "my " + id, true, recoveryCodes);
    }

    /** As they are after the given events. */
    private void held(String... claimed) {
        for (String claim : claimed) {
            String[] parts = claim.split("/", 2);
            claims.claim(parts[0], parts[1], OWNER);
        }
    }

    @Test
    void givenNothingWhenAddedThenLoginsWithAPasswordNeedASecondFactor() {
        factor.givenNoPriorActivity()
                .when(add("p1", 10))
                .expectEvents(PHONE, new RecoveryCodesMade("a1", 10, NOW))
                .expectResultMessagePayload(NOW);
        assertThat(claims.held()).containsOnlyKeys("passkey/hash of p1", "second_factor/a1");
        assertThat(SecondFactorClaims.isEnabled(claims, "a1")).isTrue();
        assertThat(SecondFactorClaims.hasAuthenticator(claims, "a1")).isFalse();
        assertThat(announced).containsExactly("a1");
    }

    @Test
    void givenAnAuthenticatorWhenAddedThenThereAreCodesAlready() {
        factor.given(AUTHENTICATOR).when(add("p1", 0)).expectEvents(PHONE);
        assertThat(claims.held()).containsOnlyKeys("passkey/hash of p1");
    }

    @Test
    void givenAPasskeyWhenAnAuthenticatorIsEnabledThenThereAreCodesAlready() {
        factor.given(PHONE).when(new EnableSecondFactor("a1", 0)).expectEvents(AUTHENTICATOR);
        assertThat(claims.held()).containsOnlyKeys("authenticator/a1");
    }

    @Test
    void givenAnotherFactorSinceThenWhenAddedWithCodesThenRefused() {
        factor.given(AUTHENTICATOR).when(add("p1", 10)).expectNoEvents().expectException(refused(ErrorCode.CONFLICT));
        factor.given(PHONE)
                .when(new EnableSecondFactor("a1", 10))
                .expectNoEvents()
                .expectException(refused(ErrorCode.CONFLICT));
        assertThat(claims.held()).isEmpty();
    }

    @Test
    void givenOneOfAFormerOwnerThenThatShows() {
        held("second_factor/a1", "account/a1");
        assertThat(SecondFactorClaims.isOfFormerOwner(claims, "a1")).isTrue();
        assertThat(SecondFactorClaims.isOfFormerOwner(claims, "b2")).isFalse();
        claims.release("second_factor", "a1");
        assertThat(SecondFactorClaims.isOfFormerOwner(claims, "a1")).isFalse();
        held("second_factor/a1");
        assertThat(SecondFactorClaims.isOfFormerOwner(claims, "a1")).isFalse();
    }

    @Test
    void aCredentialIsAPasskeyOfItsAccountAlone() {
        held("passkey/hash of p1");
        assertThat(SecondFactorClaims.isPasskey(claims, "a1", "hash of p1")).isTrue();
        assertThat(SecondFactorClaims.isPasskey(claims, "b2", "hash of p1")).isFalse();
    }

    @Test
    void givenAClaimedCredentialWhenAddedThenRefused() {
        claims.claim("passkey", "hash of p1", "second_factor:b2");
        factor.givenNoPriorActivity().when(add("p1", 10)).expectNoEvents().expectException(refused(ErrorCode.CONFLICT));
    }

    @Test
    void givenTwentyWhenAnotherIsAddedThenRefused() {
        factor.given(IntStream.range(0, 20).mapToObj(i -> added("k" + i)).toList())
                .when(add("p1", 0))
                .expectNoEvents()
                .expectException(refused(ErrorCode.CONFLICT));
    }

    @Test
    void givenOneWhenRenamedUsedAndRefusedForItsCounterThenThatIsAFact() {
        factor.given(PHONE)
                .when(new RenamePasskey("a1", "p1", "old phone"))
                .expectEvents(new PasskeyRenamed("a1", "p1", "old phone", NOW));
        held("account/a1", "passkey/hash of p1");
        factor.given(PHONE)
                .when(new UsePasskey("a1", "p1", PasskeyPurpose.STEP_UP, false))
                .expectEvents(new PasskeyUsed("a1", "p1", "step_up", false, NOW));
        factor.given(PHONE)
                .when(new ReportPasskeyCounter("a1", "p1", 9, 8))
                .expectEvents(new PasskeyCounterWentBack("a1", "p1", 9, 8, NOW));
    }

    @Test
    void givenOneOfWhoeverHadGuessedTheAddressWhenUsedAfterTheTakeoverThenItIsNotThere() {
        held("passkey/hash of p1", "account/a1");
        factor.given(PHONE)
                .when(new UsePasskey("a1", "p1", PasskeyPurpose.LOGIN, false))
                .expectNoEvents()
                .expectException(refused(ErrorCode.NOT_FOUND));
    }

    @Test
    void givenARemovedOneThenItIsNotThere() {
        List.of(
                        new RenamePasskey("a1", "p1", "old phone"),
                        new UsePasskey("a1", "p1", PasskeyPurpose.LOGIN, false),
                        new ReportPasskeyCounter("a1", "p1", 9, 8),
                        new RemovePasskey("a1", "p1"))
                .forEach(command -> factor.given(PHONE, KEY, new PasskeyRemoved("a1", "p1", NOW))
                        .when(command)
                        .expectNoEvents()
                        .expectException(refused(ErrorCode.NOT_FOUND)));
    }

    @Test
    void givenTheLastFactorWhenRemovedThenAPasswordIsEnough() {
        held("passkey/hash of p1", "second_factor/a1");
        factor.given(PHONE).when(new RemovePasskey("a1", "p1")).expectEvents(new PasskeyRemoved("a1", "p1", NOW));
        assertThat(claims.held()).isEmpty();
        assertThat(announced).containsExactly("a1");
    }

    @Test
    void givenAnotherFactorWhenOneIsRemovedThenAPasswordIsNotEnough() {
        held("passkey/hash of p1", "passkey/hash of p2", "second_factor/a1", "authenticator/a1");
        factor.given(PHONE, KEY).when(new RemovePasskey("a1", "p1")).expectEvents(new PasskeyRemoved("a1", "p1", NOW));
        factor.given(AUTHENTICATOR, KEY)
                .when(new DisableSecondFactor("a1"))
                .expectEvents(new SecondFactorDisabled("a1", NOW));
        assertThat(claims.held()).containsOnlyKeys("passkey/hash of p2", "second_factor/a1");
    }

    @Test
    void givenAllKindsWhenAllAreRemovedThenThereAreNone() {
        held("passkey/hash of p1", "passkey/hash of p2", "second_factor/a1", "authenticator/a1");
        factor.given(AUTHENTICATOR, PHONE, KEY)
                .when(new RemoveSecondFactors("a1"))
                .expectEvents(
                        new SecondFactorDisabled("a1", NOW),
                        new PasskeyRemoved("a1", "p1", NOW),
                        new PasskeyRemoved("a1", "p2", NOW));
        assertThat(claims.held()).isEmpty();
    }

    @Test
    void givenAPasskeyAloneThenRecoveryCodesStandInForIt() {
        factor.given(PHONE).when(new SpendRecoveryCode("a1", 9)).expectEvents(new RecoveryCodeUsed("a1", 9, NOW));
    }

    private static Matcher<?> refused(ErrorCode code) {
        return Matchers.matches((Object error) -> error instanceof Refusal refusal && refusal.code() == code);
    }
}
