package dev.kiwi.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.session.ExpireSession;
import dev.kiwi.api.session.OpenSession;
import dev.kiwi.api.session.RefreshSession;
import dev.kiwi.api.session.RevokeSession;
import dev.kiwi.api.session.SessionEvent.RefreshTokenReused;
import dev.kiwi.api.session.SessionEvent.SessionExpired;
import dev.kiwi.api.session.SessionEvent.SessionOpened;
import dev.kiwi.api.session.SessionEvent.SessionRefreshed;
import dev.kiwi.api.session.SessionEvent.SessionRevoked;
import dev.kiwi.api.session.SessionEvent.UnfamiliarSignIn;
import dev.kiwi.command.claim.RecordedClaims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final String ADA = "a".repeat(24);
    private static final String DEVICE = "Firefox on Linux";
    private static final SessionOpened OPENED = new SessionOpened("s1", ADA, "hash-1", DEVICE, NOW, NOW.plus(MONTH));
    private static final SessionRevoked REVOKED = new SessionRevoked("s1", ADA, NOW);

    private final RecordedClaims claims = new RecordedClaims();
    private final AggregateTestFixture<Session> session = new AggregateTestFixture<>(Session.class);

    @BeforeEach
    void fixture() {
        session.registerInjectableResource(claims);
        session.registerInjectableResource(Clock.fixed(NOW.plusNanos(1), ZoneOffset.UTC));
    }

    private static SessionRefreshed refreshed(String hash, Duration ago) {
        return new SessionRefreshed("s1", ADA, hash, DEVICE, NOW.minus(ago));
    }

    private static RefreshSession refresh(String presented) {
        return new RefreshSession("s1", presented, "hash-9", DEVICE);
    }

    @Test
    void givenNothingWhenOpenedThenItHoldsItsRefreshTokenAndTheVersionOfItsAccount() {
        session.givenNoPriorActivity()
                .when(new OpenSession("s1", ADA, 3, "hash-1", DEVICE, MONTH, null))
                .expectEvents(OPENED);
        assertThat(claims.held()).containsEntry("refresh_hash/hash-1", "session:s1");
        assertThat(SessionClaims.sessionOf(claims, "hash-1")).hasValue("s1");
        assertThat(SessionClaims.opened(claims, "s1")).hasValue(new SessionClaims.Opened(ADA, 3));
    }

    @Test
    void givenNothingWhenOpenedOnANewDeviceThenItsOwnerIsToBeTold() {
        session.givenNoPriorActivity()
                .when(new OpenSession("s1", ADA, 0, "hash-1", DEVICE, MONTH, new OpenSession.Newcomer("203.0.113.9")))
                .expectEvents(OPENED, new UnfamiliarSignIn("s1", ADA, DEVICE, "203.0.113.9", NOW));
    }

    @Test
    void givenASessionWhenRefreshedThenTheNextTokenIsItsOwnAndTheOldOneStaysKnown() {
        claims.claim("refresh_hash", "hash-1", "session:s1");
        session.given(OPENED)
                .when(refresh("hash-1"))
                .expectEvents(refreshed("hash-9", Duration.ZERO))
                .expectResultMessagePayload(true);
        assertThat(claims.held()).containsOnlyKeys("refresh_hash/hash-1", "refresh_hash/hash-9");
    }

    @Test
    void givenATokenExchangedTenSecondsAgoWhenPresentedThenItIsARaceAndNothingHappens() {
        claims.claim("refresh_hash", "hash-1", "session:s1");
        session.given(OPENED, refreshed("hash-2", Duration.ofSeconds(10)))
                .when(refresh("hash-1"))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void givenATokenExchangedLongerAgoWhenPresentedThenTheWholeFamilyEnds() {
        claims.claim("refresh_hash", "hash-1", "session:s1");
        claims.claim("session", "s1", ADA + ":0");
        session.given(OPENED, refreshed("hash-2", Duration.ofMillis(10_001)))
                .when(refresh("hash-1"))
                .expectEvents(new RefreshTokenReused("s1", ADA, NOW), REVOKED)
                .expectResultMessagePayload(false);
        assertThat(SessionClaims.opened(claims, "s1")).isEmpty();
    }

    @Test
    void givenATokenOfManyExchangesAgoWhenPresentedThenTheWholeFamilyEndsAlsoWithinSecondsOfTheLast() {
        claims.claim("refresh_hash", "hash-1", "session:s1");
        session.given(OPENED, refreshed("hash-2", Duration.ofDays(1)), refreshed("hash-3", Duration.ofSeconds(1)))
                .when(refresh("hash-1"))
                .expectEvents(new RefreshTokenReused("s1", ADA, NOW), REVOKED);
    }

    @Test
    void givenATokenThatWasNeverTheSessionsWhenPresentedThenNothingHappens() {
        claims.claim("refresh_hash", "hash-7", "session:another");
        session.given(OPENED).when(refresh("hash-7")).expectNoEvents().expectResultMessagePayload(false);
    }

    @Test
    void givenARevokedSessionWhenRefreshedThenRefusedWithoutANewFact() {
        session.given(OPENED, REVOKED).when(refresh("hash-1")).expectNoEvents().expectResultMessagePayload(false);
    }

    @Test
    void givenASessionWhoseTimeIsOverWhenRefreshedThenRefused() {
        session.given(new SessionOpened("s1", ADA, "hash-1", DEVICE, NOW.minus(MONTH), NOW))
                .when(refresh("hash-1"))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void givenASessionWhenRevokedThenItIsVoid() {
        claims.claim("session", "s1", ADA + ":0");
        session.given(OPENED).when(new RevokeSession("s1", ADA)).expectEvents(REVOKED);
        assertThat(claims.held()).isEmpty();
    }

    @Test
    void givenARevokedSessionWhenRevokedAgainThenNothingHappens() {
        session.given(OPENED, REVOKED)
                .when(new RevokeSession("s1", ADA))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void givenASessionWhenSomebodyElseRevokesItThenItIsNotThere() {
        session.given(OPENED)
                .when(new RevokeSession("s1", "b".repeat(24)))
                .expectNoEvents()
                .expectException(Matchers.matches(
                        (Object error) -> error instanceof Refusal refusal && refusal.code() == ErrorCode.NOT_FOUND));
    }

    @Test
    void givenASessionWhoseTimeIsOverWhenForgottenThenNothingIsHeldForItAnyMore() {
        claims.claim("session", "s1", ADA + ":0");
        claims.claim("refresh_hash", "hash-1", "session:s1");
        claims.claim("refresh_hash", "hash-2", "session:s1");
        session.given(new SessionOpened("s1", ADA, "hash-1", DEVICE, NOW.minus(MONTH), NOW))
                .when(new ExpireSession("s1", List.of("hash-1", "hash-2")))
                .expectEvents(new SessionExpired("s1", ADA, NOW));
        assertThat(claims.held()).isEmpty();
    }

    @Test
    void givenASessionInItsTimeOrOneThatIsForgottenWhenForgottenThenNothingHappens() {
        ExpireSession expire = new ExpireSession("s1", List.of("hash-1"));
        session.given(OPENED).when(expire).expectNoEvents();
        session.given(
                        new SessionOpened("s1", ADA, "hash-1", DEVICE, NOW.minus(MONTH), NOW),
                        new SessionExpired("s1", ADA, NOW))
                .when(expire)
                .expectNoEvents();
    }
}
