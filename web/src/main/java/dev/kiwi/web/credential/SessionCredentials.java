package dev.kiwi.web.credential;

import dev.kiwi.web.credential.SessionTokens.Claim;
import dev.kiwi.web.gate.Credentials.ResolvedSession;
import dev.kiwi.web.http.BlockingWork;
import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Resolves session tokens (platform.md 4.1): the token itself, then the standing of its account. */
final class SessionCredentials {
    private static final Duration SECOND_FACTOR_IS_FRESH = Duration.ofMinutes(10);

    private final SessionTokens tokens;
    private final AccountStandings standings;
    private final BlockingWork blocking;
    private final Clock clock;

    SessionCredentials(SessionTokens tokens, AccountStandings standings, BlockingWork blocking, Clock clock) {
        this.tokens = tokens;
        this.standings = standings;
        this.blocking = blocking;
        this.clock = clock;
    }

    Mono<ResolvedSession> resolve(String bearer) {
        return verified(bearer)
                .flatMap(claim -> standings
                        .of(claim.accountId(), claim.version())
                        .map(standing -> new ResolvedSession(
                                claim.accountId(),
                                claim.sessionId(),
                                standing.superuser(),
                                standing.verified(),
                                !standing.secondFactor() || hasShownOne(claim),
                                hasShownOne(claim))));
    }

    private Mono<Claim> verified(String bearer) {
        return tokens.isRemembered(bearer)
                ? Mono.justOrEmpty(tokens.verify(bearer))
                : blocking.call(() -> tokens.verify(bearer).orElse(null));
    }

    private boolean hasShownOne(Claim claim) {
        return claim.secondFactorAt() != null
                && clock.instant().isBefore(claim.secondFactorAt().plus(SECOND_FACTOR_IS_FRESH));
    }
}
