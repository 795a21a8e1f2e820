package dev.kiwi.web.credential;

import dev.kiwi.web.credential.SiteTokens.Claim;
import dev.kiwi.web.gate.Credentials.ResolvedSiteSession;
import dev.kiwi.web.http.BlockingWork;
import reactor.core.publisher.Mono;

/** Resolves access tokens of site users (site-users.md 5): the token itself, then the standing of its site user. */
final class SiteCredentials {
    private final SiteTokens tokens;
    private final SiteStandings standings;
    private final BlockingWork blocking;

    SiteCredentials(SiteTokens tokens, SiteStandings standings, BlockingWork blocking) {
        this.tokens = tokens;
        this.standings = standings;
        this.blocking = blocking;
    }

    Mono<ResolvedSiteSession> resolve(String bearer) {
        return verified(bearer)
                .filterWhen(claim -> standings.isCurrent(claim.siteUserId(), claim.version()))
                .map(claim -> new ResolvedSiteSession(claim.siteUserId(), claim.sessionId()));
    }

    private Mono<Claim> verified(String bearer) {
        return tokens.isRemembered(bearer)
                ? Mono.justOrEmpty(tokens.verify(bearer))
                : blocking.call(() -> tokens.verify(bearer).orElse(null));
    }
}
