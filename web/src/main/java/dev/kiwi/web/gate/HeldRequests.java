package dev.kiwi.web.gate;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The gate looks at a session before the body is read, and a body may be slow on purpose; and it believes a session's JWT
 * for as long as that lives. A dangerous act asks again, so that neither a request that was held back over a change of the
 * password nor a session that was ended makes a credential.
 */
public final class HeldRequests {
    private static final String ASKED = HeldRequests.class.getName();

    private final Credentials credentials;

    HeldRequests(Credentials credentials) {
        this.credentials = credentials;
    }

    /** As {@link #requireSession} before the first command of a handler with {@link StepUp}; passes everywhere else. */
    public Mono<Void> requireSessionForStepUp(ServerWebExchange exchange) {
        return Passage.caller(exchange) instanceof Caller.Session
                        && exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                                instanceof HandlerMethod handler
                        && HandlerGates.has(handler, StepUp.class)
                        // A later one may well come after the end that the first has brought.
                        && exchange.getAttributes().put(ASKED, true) == null
                ? requireSession(exchange)
                : Mono.empty();
    }

    /** Refused with {@code not_authenticated} when the session of the request does not count any more. */
    public Mono<Void> requireSession(ServerWebExchange exchange) {
        return Mono.justOrEmpty(Bearer.of(exchange))
                .flatMap(credentials::openSession)
                .switchIfEmpty(Mono.error(
                        () -> new Refusal(ErrorCode.NOT_AUTHENTICATED, "This session has ended; log in again.")))
                .then();
    }
}
