package dev.kiwi.web.account;

import dev.kiwi.api.formats.token.RefreshTokenText;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.session.DeviceLabel;
import dev.kiwi.api.session.OpenSession;
import dev.kiwi.web.credential.SessionTokens;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.http.BlockingWork;
import java.security.SecureRandom;
import java.time.Duration;
import org.bson.types.ObjectId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Opens a session for an account that has proved itself; both tokens leave this class only in the answer. */
@Component
class SessionOpening {
    private static final String TYPE = "bearer";

    private final Commands commands;
    private final SessionTokens tokens;
    private final BlockingWork blocking;
    private final Duration lifetime;
    private final SecureRandom random = new SecureRandom();

    SessionOpening(
            Commands commands,
            SessionTokens tokens,
            BlockingWork blocking,
            @Value("${REFRESH_TOKEN_EXPIRE_DAYS:30}") int days) {
        this.commands = commands;
        this.tokens = tokens;
        this.blocking = blocking;
        this.lifetime = Duration.ofDays(days);
    }

    Mono<TokenResponse> open(String accountId, int tokenVersion, ServerWebExchange exchange) {
        String sessionId = ObjectId.get().toHexString();
        String device = DeviceLabel.of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT));
        return blocking.call(() -> RefreshTokenText.mint(random))
                .flatMap(refresh -> commands.sendAndAwait(
                                new OpenSession(sessionId, accountId, refresh.hash(), device, lifetime),
                                exchange,
                                Projection.SESSION,
                                Projection.ACCOUNT)
                        .then(blocking.call(
                                () -> tokens.issue(new SessionTokens.Claim(accountId, tokenVersion, sessionId))))
                        .map(access -> new TokenResponse(
                                access, refresh.text(), TYPE, tokens.lifetime().toSeconds())));
    }
}
