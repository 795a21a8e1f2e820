package dev.kiwi.web.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.web.credential.OpenSessions;
import dev.kiwi.web.credential.SessionTokens;
import dev.kiwi.web.gate.Bearer;
import dev.kiwi.web.http.BlockingWork;
import java.time.Clock;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The answer to a session that has just shown a second factor. */
@Component
class StepUps {
    private final SessionTokens tokens;
    private final OpenSessions open;
    private final BlockingWork blocking;
    private final Clock clock;

    StepUps(SessionTokens tokens, OpenSessions open, BlockingWork blocking, Clock clock) {
        this.tokens = tokens;
        this.open = open;
        this.blocking = blocking;
        this.clock = clock;
    }

    /** A new access token of the same session. @param expiresIn seconds that it is good for */
    record SteppedUp(String accessToken, String tokenType, long expiresIn) {
        /** Hides the token, so that it never reaches a log. */
        @Override
        public String toString() {
            return "SteppedUp[hidden]";
        }
    }

    Mono<ResponseEntity<SteppedUp>> answer(ServerWebExchange exchange) {
        return blocking.call(() -> tokens.issue(again(exchange)))
                .map(access -> new SteppedUp(access, "bearer", tokens.lifetime().toSeconds()))
                .map(steppedUp ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(steppedUp));
    }

    private SessionTokens.Claim again(ServerWebExchange exchange) {
        String bearer = Objects.requireNonNull(Bearer.of(exchange), "the gate let in a session");
        SessionTokens.Claim claim = tokens.verify(bearer)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_AUTHENTICATED, "This session's token has just expired."));
        if (!open.isOpen(claim.sessionId())) {
            throw new Refusal(ErrorCode.NOT_AUTHENTICATED, "This session has ended; log in again.");
        }
        return new SessionTokens.Claim(claim.accountId(), claim.version(), claim.sessionId(), clock.instant());
    }
}
