package dev.kiwi.web.credential;

import dev.kiwi.web.gate.Credentials;
import dev.kiwi.web.http.BlockingWork;
import reactor.core.publisher.Mono;

/** All kinds of bearer behind the gates' one port. */
final class BearerCredentials implements Credentials {
    private final TokenCredentials tokens;
    private final SessionCredentials sessions;
    private final OpenSessions open;
    private final SiteCredentials siteSessions;
    private final BlockingWork blocking;

    BearerCredentials(
            TokenCredentials tokens,
            SessionCredentials sessions,
            OpenSessions open,
            SiteCredentials siteSessions,
            BlockingWork blocking) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.open = open;
        this.siteSessions = siteSessions;
        this.blocking = blocking;
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
    public Mono<ResolvedSession> openSession(String bearer) {
        return sessions.resolve(bearer).filterWhen(session -> blocking.call(() -> open.isOpen(session.sessionId())));
    }

    @Override
    public Mono<ResolvedSiteSession> siteSession(String bearer) {
        return siteSessions.resolve(bearer);
    }
}
