package dev.kiwi.web.credential;

import dev.kiwi.web.gate.Credentials;
import reactor.core.publisher.Mono;

/** Both kinds of bearer behind the gates' one port. */
final class BearerCredentials implements Credentials {
    private final TokenCredentials tokens;
    private final SessionCredentials sessions;

    BearerCredentials(TokenCredentials tokens, SessionCredentials sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public Mono<ResolvedToken> token(String bearer) {
        return tokens.resolve(bearer);
    }

    @Override
    public Mono<ResolvedSession> session(String bearer) {
        return sessions.resolve(bearer);
    }
}
