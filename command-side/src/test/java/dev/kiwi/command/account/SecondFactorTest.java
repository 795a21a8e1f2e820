package dev.kiwi.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.AccountEvent.RecoveryCodeUsed;
import dev.kiwi.api.account.AccountEvent.RecoveryCodesMade;
import dev.kiwi.api.account.AccountEvent.SecondFactorDisabled;
import dev.kiwi.api.account.AccountEvent.SecondFactorEnabled;
import dev.kiwi.api.account.DisableSecondFactor;
import dev.kiwi.api.account.EnableSecondFactor;
import dev.kiwi.api.account.ReplaceRecoveryCodes;
import dev.kiwi.api.account.SpendRecoveryCode;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.RecordedClaims;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondFactorTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final SecondFactorEnabled ENABLED = new SecondFactorEnabled("a1", NOW);
    private static final SecondFactorDisabled DISABLED = new SecondFactorDisabled("a1", NOW);

    private final RecordedClaims claims = new RecordedClaims();
    private final List<String> announced = new ArrayList<>();
    private final AggregateTestFixture<SecondFactor> factor = new AggregateTestFixture<>(SecondFactor.class);

    @BeforeEach
    void fixture() {
        factor.registerInjectableResource(claims);
        factor.registerInjectableResource((AccountChanges) announced::add);
        factor.registerInjectableResource(Clock.fixed(NOW.plusNanos(1), ZoneOffset.UTC));
    }

    @Test
    void givenNothingWhenEnabledThenLoginsNeedIt() {
        factor.givenNoPriorActivity()
                .when(new EnableSecondFactor("a1", 10))
                .expectEvents(ENABLED, new RecoveryCodesMade("a1", 10, NOW));
        assertThat(claims.held())
                .containsOnly(
                        Map.entry("second_factor/a1", "second_factor:a1"),
                        Map.entry("authenticator/a1", "second_factor:a1"));
        assertThat(SecondFactorClaims.isEnabled(claims, "a1")).isTrue();
        assertThat(SecondFactorClaims.hasAuthenticator(claims, "a1")).isTrue();
        assertThat(announced).containsExactly("a1");
    }

    @Test
    void givenOneWhenEnabledAgainThenRefused() {
        factor.given(ENABLED)
                .when(new EnableSecondFactor("a1", 10))
                .expectNoEvents()
                .expectException(conflict());
    }

    @Test
    void givenADisabledOneWhenEnabledThenLoginsNeedItAgain() {
        factor.given(ENABLED, DISABLED)
                .when(new EnableSecondFactor("a1", 10))
                .expectEvents(ENABLED, new RecoveryCodesMade("a1", 10, NOW));
    }

    @Test
    void givenOneWhenDisabledThenLoginsDoNotNeedIt() {
        claims.claim("second_factor", "a1", "second_factor:a1");
        claims.claim("authenticator", "a1", "second_factor:a1");
        factor.given(ENABLED).when(new DisableSecondFactor("a1")).expectEvents(DISABLED);
        assertThat(claims.held()).isEmpty();
        assertThat(announced).containsExactly("a1");
    }

    @Test
    void givenADisabledOneWhenDisabledThenNothingHappens() {
        factor.given(ENABLED, DISABLED)
                .when(new DisableSecondFactor("a1"))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void givenOneWhenRecoveryCodesAreReplacedAndUsedThenThatIsAFact() {
        factor.given(ENABLED)
                .when(new ReplaceRecoveryCodes("a1", 10))
                .expectEvents(new RecoveryCodesMade("a1", 10, NOW));
        factor.given(ENABLED).when(new SpendRecoveryCode("a1", 9)).expectEvents(new RecoveryCodeUsed("a1", 9, NOW));
    }

    @Test
    void givenADisabledOneThenThereAreNoRecoveryCodes() {
        factor.given(ENABLED, DISABLED)
                .when(new ReplaceRecoveryCodes("a1", 10))
                .expectNoEvents()
                .expectException(conflict());
    }

    private static Matcher<?> conflict() {
        return Matchers.matches(
                (Object error) -> error instanceof Refusal refusal && refusal.code() == ErrorCode.CONFLICT);
    }
}
