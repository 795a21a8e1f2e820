package dev.kiwi.command.token;

import static dev.kiwi.command.token.TokenFixture.MINTED;
import static dev.kiwi.command.token.TokenFixture.NOW;
import static dev.kiwi.command.token.TokenFixture.OWNER;
import static dev.kiwi.command.token.TokenFixture.minted;
import static dev.kiwi.command.token.TokenFixture.rotated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.token.RevokeInactiveToken;
import dev.kiwi.api.token.TokenEvent.ExpiryWarned;
import dev.kiwi.api.token.TokenEvent.TokenDisabled;
import dev.kiwi.api.token.TokenEvent.TokenEnabled;
import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import dev.kiwi.api.token.WarnOfExpiry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inactivity and warnings: whatever a query said, the token decides on what it knows now. */
class TokenSweepDecisionsTest {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration THIRTY = Duration.ofDays(30);

    private final TokenFixture fixture = new TokenFixture();

    @Test
    void givenATokenThatNobodyUsesWhenSweptThenItIsRevokedAndTheReasonNamesTheDays() {
        fixture.held("token_hash/hash-1");
        fixture.uses.put("t1", NOW.minus(THIRTY).minusMillis(1));
        fixture.token
                .given(minted())
                .when(new RevokeInactiveToken("t1", THIRTY))
                .expectEvents(new TokenRevoked("t1", "Revoked for inactivity: not used for 30 days", NOW))
                .expectResultMessagePayload(true);
        assertThat(fixture.claims.held()).containsOnlyKeys("shut_token_hash/hash-1");
        assertThat(fixture.announced).containsExactly("hash-1");
    }

    @Test
    void givenATokenThatWasUsedSinceTheQueryThenItSurvives() {
        fixture.uses.put("t1", NOW.minus(THIRTY));
        fixture.token
                .given(minted())
                .when(new RevokeInactiveToken("t1", THIRTY))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void givenUsesThatAreCountedOnlyOfLateThenNobodyKnowsThatATokenIsUnused() {
        fixture.countedSince = NOW.minus(THIRTY);
        fixture.token
                .given(minted())
                .when(new RevokeInactiveToken("t1", THIRTY))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void givenAnOldTokenThatWasRotatedOrEnabledOfLateThenItSurvives() {
        Instant ofLate = NOW.minus(THIRTY);
        for (List<Object> history : List.<List<Object>>of(
                List.of(minted(), rotated(ofLate, null)),
                List.of(minted(), new TokenDisabled("t1", MINTED), new TokenEnabled("t1", ofLate)))) {
            new TokenFixture()
                    .token
                    .given(history)
                    .when(new RevokeInactiveToken("t1", THIRTY))
                    .expectNoEvents()
                    .expectResultMessagePayload(false);
        }
    }

    @Test
    void givenARevokedTokenWhenSweptThenItsReasonStays() {
        fixture.token
                .given(minted(), new TokenRevoked("t1", "gone", MINTED))
                .when(new RevokeInactiveToken("t1", THIRTY))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void givenATokenThatEndsSoonThenItsOwnerIsToldInWholeDays() {
        for (Duration left : List.of(WEEK, Duration.ofDays(6).plusHours(23), Duration.ZERO)) {
            new TokenFixture()
                    .token
                    .given(minted(NOW.plus(left)))
                    .when(new WarnOfExpiry("t1", WEEK))
                    .expectEvents(new ExpiryWarned("t1", OWNER, (int) left.toDays(), NOW))
                    .expectResultMessagePayload(true);
        }
    }

    @Test
    void givenATokenThatHasEndedEndsLaterOrNeverThenNobodyIsTold() {
        for (var minted : List.of(
                minted(), minted(NOW.minusMillis(1)), minted(NOW.plus(WEEK).plusMillis(1)))) {
            new TokenFixture()
                    .token
                    .given(minted)
                    .when(new WarnOfExpiry("t1", WEEK))
                    .expectNoEvents()
                    .expectResultMessagePayload(false);
        }
    }

    @Test
    void givenAWarningThenThereIsNoOtherForThatSecretButForTheNext() {
        Instant end = NOW.plus(Duration.ofDays(3));
        ExpiryWarned warned = new ExpiryWarned("t1", OWNER, 5, MINTED);
        fixture.token
                .given(minted(end), warned)
                .when(new WarnOfExpiry("t1", WEEK))
                .expectNoEvents()
                .expectResultMessagePayload(false);
        new TokenFixture()
                .token
                .given(minted(end), warned, rotated(NOW, null))
                .when(new WarnOfExpiry("t1", WEEK))
                .expectEvents(new ExpiryWarned("t1", OWNER, 3, NOW));
    }

    @Test
    void givenARevokedTokenThatEndsSoonThenNobodyIsTold() {
        fixture.token
                .given(minted(NOW.plusSeconds(60)), new TokenRevoked("t1", "gone", MINTED))
                .when(new WarnOfExpiry("t1", WEEK))
                .expectNoEvents();
    }
}
