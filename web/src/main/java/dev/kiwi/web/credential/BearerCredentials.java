package dev.kiwi.web.credential;

import dev.kiwi.web.gate.Credentials;
import reactor.core.publisher.Mono;

/** All kinds of bearer behind the gates' one port. */
final class BearerCredentials implements Credentials {
    private final TokenCredentials tokens;
    private final SessionCredentials sessions;
    private final SiteCredentials siteSessions;

    BearerCredentials(TokenCredentials tokens, SessionCredentials sessions, SiteCredentials siteSessions) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.siteSessions = siteSessions;
    }

    @Override
    public Mono<ResolvedToken> token(String bearer) {
        return tokens.resolve(bearer);
    }

    @Override
    public Mono<ResolvedSession> session(String bearer) {
        return sessions.resolve(bearer);
    }

    @Override
    public Mono<ResolvedSiteSession> siteSession(String bearer) {
        return siteSessions.resolve(bearer);
    }
}
