package dev.kiwi.web.gate;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The gate looks at a session before the body is read, and a body may be slow on purpose. Who is about to make a credential
 * asks again, so that a request that was held back over a change of the password makes none.
 */
public final class HeldRequests {
    private final Credentials credentials;

    HeldRequests(Credentials credentials) {
        this.credentials = credentials;
    }

    /** Refused with {@code not_authenticated} when the session of the request does not count any more. */
    public Mono<Void> requireSession(ServerWebExchange exchange) {
        return Mono.justOrEmpty(Bearer.of(exchange))
                .flatMap(credentials::session)
                .switchIfEmpty(Mono.error(
                        () -> new Refusal(ErrorCode.NOT_AUTHENTICATED, "This session has ended; log in again.")))
                .then();
    }
}
