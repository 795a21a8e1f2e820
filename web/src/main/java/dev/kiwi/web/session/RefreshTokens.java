package dev.kiwi.web.session;

import dev.kiwi.api.formats.token.RefreshTokenText;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.session.DeviceLabel;
import dev.kiwi.api.session.RefreshSession;
import dev.kiwi.api.session.RevokeSession;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.session.SessionClaims;
import dev.kiwi.command.session.SessionClaims.Opened;
import dev.kiwi.web.credential.AccountStandings;
import dev.kiwi.web.credential.SessionTokens;
import dev.kiwi.web.credential.TokenResponse;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.http.BlockingWork;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Exchanges and ends refresh tokens on the committed truth: the claim says whose token it is, the account's claim
 * whether the session was voided, the session itself whether the token is its newest.
 */
@Component
class RefreshTokens {
    private final Claims claims;
    private final AccountStandings standings;
    private final Commands commands;
    private final SessionTokens tokens;
    private final BlockingWork blocking;
    private final SecureRandom random = new SecureRandom();

    RefreshTokens(
            Claims claims, AccountStandings standings, Commands commands, SessionTokens tokens, BlockingWork blocking) {
        this.claims = claims;
        this.standings = standings;
        this.commands = commands;
        this.tokens = tokens;
        this.blocking = blocking;
    }

    private record Family(String sessionId, Opened opened) {}

    /** Refused with {@code not_authenticated} for any token but the newest of a session that is good. */
    Mono<TokenResponse> exchange(String text, ServerWebExchange exchange) {
        RefreshTokenText presented = new RefreshTokenText(text);
        return family(presented)
                .filterWhen(family -> standings
                        .of(family.opened().accountId(), family.opened().tokenVersion())
                        .hasElement())
                .flatMap(family -> swapped(family, presented, exchange))
                .switchIfEmpty(Mono.error(() ->
                        new Refusal(ErrorCode.NOT_AUTHENTICATED, "This refresh token is not valid; log in again.")));
    }

    /** Ends the token's session; does nothing when there is none. */
    Mono<Void> end(String text, ServerWebExchange exchange) {
        return family(new RefreshTokenText(text))
                .flatMap(family -> commands.sendAndAwait(
                        new RevokeSession(family.sessionId(), family.opened().accountId()),
                        exchange,
                        Projection.SESSION))
                .then();
    }

    private Mono<Family> family(RefreshTokenText token) {
        return blocking.call(() -> SessionClaims.sessionOf(claims, token.hash())
                .flatMap(this::familyOf)
                .orElse(null));
    }

    private Optional<Family> familyOf(String sessionId) {
        return SessionClaims.opened(claims, sessionId).map(opened -> new Family(sessionId, opened));
    }

    /** Empty when the token is not the newest one. */
    private Mono<TokenResponse> swapped(Family family, RefreshTokenText presented, ServerWebExchange exchange) {
        String device = DeviceLabel.of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT));
        return blocking.call(() -> RefreshTokenText.mint(random))
                .flatMap(next -> commands.<Boolean>sendAndAwait(
                                new RefreshSession(family.sessionId(), presented.hash(), next.hash(), device),
                                exchange,
                                Projection.SESSION)
                        .filter(refreshed -> Boolean.TRUE.equals(refreshed.result()))
                        .flatMap(refreshed -> blocking.call(() -> tokens.issue(claim(family))))
                        .map(access -> TokenResponse.of(access, next.text(), tokens)));
    }

    private static SessionTokens.Claim claim(Family family) {
        return new SessionTokens.Claim(
                family.opened().accountId(), family.opened().tokenVersion(), family.sessionId());
    }
}
