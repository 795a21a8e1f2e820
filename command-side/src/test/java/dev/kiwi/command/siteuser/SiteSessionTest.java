package dev.kiwi.command.siteuser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.siteuser.ExpireSiteSession;
import dev.kiwi.api.siteuser.OpenSiteSession;
import dev.kiwi.api.siteuser.RefreshSiteSession;
import dev.kiwi.api.siteuser.RevokeSiteSession;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteRefreshTokenReused;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionExpired;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionOpened;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionRefreshed;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionRevoked;
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

class SiteSessionTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final String ADA = "a".repeat(24);
    private static final String DEVICE = "Firefox on Linux";
    private static final SiteSessionOpened OPENED =
            new SiteSessionOpened("s1", ADA, "hash-1", DEVICE, NOW, NOW.plus(MONTH));
    private static final SiteSessionRevoked REVOKED = new SiteSessionRevoked("s1", ADA, NOW);

    private final RecordedClaims claims = new RecordedClaims();
    private final AggregateTestFixture<SiteSession> session = new AggregateTestFixture<>(SiteSession.class);

    @BeforeEach
    void fixture() {
        session.registerInjectableResource(claims);
        session.registerInjectableResource(Clock.fixed(NOW.plusNanos(1), ZoneOffset.UTC));
    }

    private static SiteSessionRefreshed refreshed(String hash, Duration ago) {
        return new SiteSessionRefreshed("s1", ADA, hash, DEVICE, NOW.minus(ago));
    }

    private static RefreshSiteSession refresh(String presented) {
        return new RefreshSiteSession("s1", presented, "hash-9", DEVICE);
    }

    @Test
    void givenNothingWhenOpenedThenItHoldsItsRefreshTokenAndTheVersionOfItsSiteUser() {
        session.givenNoPriorActivity()
                .when(new OpenSiteSession("s1", ADA, 3, "hash-1", DEVICE, MONTH))
                .expectEvents(OPENED);
        assertThat(claims.held()).containsEntry("site_refresh_hash/hash-1", "sitesession:s1");
        assertThat(SiteSessionClaims.sessionOf(claims, "hash-1")).hasValue("s1");
        assertThat(SiteSessionClaims.opened(claims, "s1")).hasValue(new SiteSessionClaims.Opened(ADA, 3));
    }

    @Test
    void givenASessionWhenRefreshedThenTheNextTokenIsItsOwnAndTheOldOneStaysKnown() {
        claims.claim("site_refresh_hash", "hash-1", "sitesession:s1");
        session.given(OPENED)
                .when(refresh("hash-1"))
                .expectEvents(refreshed("hash-9", Duration.ZERO))
                .expectResultMessagePayload(true);
        assertThat(claims.held()).containsOnlyKeys("site_refresh_hash/hash-1", "site_refresh_hash/hash-9");
    }

    @Test
    void givenATokenExchangedTenSecondsAgoWhenPresentedThenItIsARaceAndNothingHappens() {
        claims.claim("site_refresh_hash", "hash-1", "sitesession:s1");
        session.given(OPENED, refreshed("hash-2", Duration.ofSeconds(10)))
                .when(refresh("hash-1"))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void givenATokenExchangedLongerAgoWhenPresentedThenTheWholeFamilyEnds() {
        claims.claim("site_refresh_hash", "hash-1", "sitesession:s1");
        claims.claim("site_session", "s1", ADA + ":0");
        session.given(OPENED, refreshed("hash-2", Duration.ofMillis(10_001)))
                .when(refresh("hash-1"))
                .expectEvents(new SiteRefreshTokenReused("s1", ADA, NOW), REVOKED)
                .expectResultMessagePayload(false);
        assertThat(SiteSessionClaims.opened(claims, "s1")).isEmpty();
    }

    @Test
    void givenATokenOfManyExchangesAgoWhenPresentedThenTheWholeFamilyEndsAlsoWithinSecondsOfTheLast() {
        claims.claim("site_refresh_hash", "hash-1", "sitesession:s1");
        session.given(OPENED, refreshed("hash-2", Duration.ofDays(1)), refreshed("hash-3", Duration.ofSeconds(1)))
                .when(refresh("hash-1"))
                .expectEvents(new SiteRefreshTokenReused("s1", ADA, NOW), REVOKED);
    }

    @Test
    void givenATokenThatWasNeverTheSessionsWhenPresentedThenNothingHappens() {
        claims.claim("site_refresh_hash", "hash-7", "sitesession:another");
        session.given(OPENED).when(refresh("hash-7")).expectNoEvents().expectResultMessagePayload(false);
    }

    @Test
    void givenARevokedSessionWhenRefreshedThenRefusedWithoutANewFact() {
        session.given(OPENED, REVOKED).when(refresh("hash-1")).expectNoEvents().expectResultMessagePayload(false);
    }

    @Test
    void givenASessionWhoseTimeIsOverWhenRefreshedThenRefused() {
        session.given(new SiteSessionOpened("s1", ADA, "hash-1", DEVICE, NOW.minus(MONTH), NOW))
                .when(refresh("hash-1"))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void givenASessionWhenRevokedThenItIsVoid() {
        claims.claim("site_session", "s1", ADA + ":0");
        session.given(OPENED).when(new RevokeSiteSession("s1", ADA)).expectEvents(REVOKED);
        assertThat(claims.held()).isEmpty();
    }

    @Test
    void givenARevokedSessionWhenRevokedAgainThenNothingHappens() {
        session.given(OPENED, REVOKED)
                .when(new RevokeSiteSession("s1", ADA))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void givenASessionWhenSomebodyElseRevokesItThenItIsNotThere() {
        session.given(OPENED)
                .when(new RevokeSiteSession("s1", "b".repeat(24)))
                .expectNoEvents()
                .expectException(Matchers.matches(
                        (Object error) -> error instanceof Refusal refusal && refusal.code() == ErrorCode.NOT_FOUND));
    }

    @Test
    void givenASessionWhoseTimeIsOverWhenForgottenThenNothingIsHeldForItAnyMore() {
        claims.claim("site_session", "s1", ADA + ":0");
        claims.claim("site_refresh_hash", "hash-1", "sitesession:s1");
        claims.claim("site_refresh_hash", "hash-2", "sitesession:s1");
        session.given(new SiteSessionOpened("s1", ADA, "hash-1", DEVICE, NOW.minus(MONTH), NOW))
                .when(new ExpireSiteSession("s1", List.of("hash-1", "hash-2")))
                .expectEvents(new SiteSessionExpired("s1", ADA, NOW));
        assertThat(claims.held()).isEmpty();
    }

    @Test
    void givenASessionInItsTimeOrOneThatIsForgottenWhenForgottenThenNothingHappens() {
        ExpireSiteSession expire = new ExpireSiteSession("s1", List.of("hash-1"));
        session.given(OPENED).when(expire).expectNoEvents();
        session.given(
                        new SiteSessionOpened("s1", ADA, "hash-1", DEVICE, NOW.minus(MONTH), NOW),
                        new SiteSessionExpired("s1", ADA, NOW))
                .when(expire)
                .expectNoEvents();
    }
}
