package dev.kiwi.web.account;

import dev.kiwi.api.formats.token.RefreshTokenText;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.session.DeviceLabel;
import dev.kiwi.api.session.IsKnownDevice;
import dev.kiwi.api.session.OpenSession;
import dev.kiwi.api.session.OpenSession.Newcomer;
import dev.kiwi.web.credential.SessionTokens;
import dev.kiwi.web.credential.TokenResponse;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.ClientIp;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Opens a session for an account that has proved itself; both tokens leave this class only in the answer. */
@Component
class SessionOpening {
    private final Commands commands;
    private final Queries queries;
    private final SessionTokens tokens;
    private final BlockingWork blocking;
    private final Duration lifetime;
    private final SecureRandom random = new SecureRandom();

    SessionOpening(
            Commands commands,
            Queries queries,
            SessionTokens tokens,
            BlockingWork blocking,
            @Value("${REFRESH_TOKEN_EXPIRE_DAYS:30}") int days) {
        this.commands = commands;
        this.queries = queries;
        this.tokens = tokens;
        this.blocking = blocking;
        this.lifetime = Duration.ofDays(days);
    }

    /** A session in place of another one, as after a change of the password: nobody is told of it. */
    Mono<TokenResponse> open(String accountId, int tokenVersion, ServerWebExchange exchange) {
        return open(accountId, tokenVersion, null, null, exchange);
    }

    /**
     * A session after a login, of which the owner is told when no stored session has the same device.
     *
     * @param secondFactorAt when the second factor was shown; null for an account without one
     */
    Mono<TokenResponse> signIn(
            String accountId, int tokenVersion, @Nullable Instant secondFactorAt, ServerWebExchange exchange) {
        return newcomer(accountId, exchange)
                .flatMap(newcomer -> open(accountId, tokenVersion, secondFactorAt, newcomer.orElse(null), exchange));
    }

    private Mono<Optional<Newcomer>> newcomer(String accountId, ServerWebExchange exchange) {
        String device = device(exchange);
        String ip = ClientIp.of(exchange);
        Optional<Newcomer> stranger = Optional.of(new Newcomer(ip.equals(ClientIp.UNKNOWN) ? null : ip));
        return device == null
                ? Mono.just(stranger)
                : queries.ask(new IsKnownDevice(accountId, device), Boolean.class)
                        .map(known -> known ? Optional.empty() : stranger);
    }

    private Mono<TokenResponse> open(
            String accountId,
            int tokenVersion,
            @Nullable Instant secondFactorAt,
            @Nullable Newcomer newcomer,
            ServerWebExchange exchange) {
        String sessionId = ObjectId.get().toHexString();
        SessionTokens.Claim claim = new SessionTokens.Claim(accountId, tokenVersion, sessionId, secondFactorAt);
        return blocking.call(() -> RefreshTokenText.mint(random))
                .flatMap(refresh -> commands.sendAndAwait(
                                new OpenSession(
                                        sessionId,
                                        accountId,
                                        tokenVersion,
                                        refresh.hash(),
                                        device(exchange),
                                        lifetime,
                                        newcomer),
                                exchange,
                                Projection.SESSION,
                                Projection.ACCOUNT)
                        .then(blocking.call(() -> tokens.issue(claim)))
                        .map(access -> TokenResponse.of(access, refresh.text(), tokens)));
    }

    private static @Nullable String device(ServerWebExchange exchange) {
        return DeviceLabel.of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT));
    }
}
