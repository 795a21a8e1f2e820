package dev.kiwi.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.session.OpenSession;
import dev.kiwi.api.session.RevokeSession;
import dev.kiwi.api.session.SessionEvent.SessionOpened;
import dev.kiwi.api.session.SessionEvent.SessionRevoked;
import dev.kiwi.command.claim.RecordedClaims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String ADA = "a".repeat(24);
    private static final SessionOpened OPENED =
            new SessionOpened("s1", ADA, "hash-1", "Firefox on Linux", NOW, NOW.plus(Duration.ofDays(30)));

    private final RecordedClaims claims = new RecordedClaims();
    private final AggregateTestFixture<Session> session = new AggregateTestFixture<>(Session.class);

    @BeforeEach
    void fixture() {
        session.registerInjectableResource(claims);
        session.registerInjectableResource(Clock.fixed(NOW.plusNanos(1), ZoneOffset.UTC));
    }

    @Test
    void givenNothingWhenOpenedThenItsRefreshTokenIsClaimedAndItEndsAfterItsLifetime() {
        session.givenNoPriorActivity()
                .when(new OpenSession("s1", ADA, "hash-1", "Firefox on Linux", Duration.ofDays(30)))
                .expectEvents(OPENED);
        assertThat(claims.held()).containsEntry("refresh_hash/hash-1", "session:s1");
    }

    @Test
    void givenASessionWhenRevokedThenItsRefreshTokenIsDead() {
        claims.claim("refresh_hash", "hash-1", "session:s1");
        session.given(OPENED).when(new RevokeSession("s1", ADA)).expectEvents(new SessionRevoked("s1", ADA, NOW));
        assertThat(claims.held()).isEmpty();
    }

    @Test
    void givenARevokedSessionWhenRevokedAgainThenNothingHappens() {
        session.given(OPENED, new SessionRevoked("s1", ADA, NOW))
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
}
