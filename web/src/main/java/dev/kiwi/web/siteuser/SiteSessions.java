package dev.kiwi.web.siteuser;

import dev.kiwi.api.formats.token.RefreshTokenText;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.session.DeviceLabel;
import dev.kiwi.api.siteuser.OpenSiteSession;
import dev.kiwi.api.siteuser.RefreshSiteSession;
import dev.kiwi.api.siteuser.RevokeSiteSession;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.siteuser.SiteSessionClaims;
import dev.kiwi.command.siteuser.SiteSessionClaims.Opened;
import dev.kiwi.web.credential.SiteStandings;
import dev.kiwi.web.credential.SiteTokens;
import dev.kiwi.web.credential.TokenResponse;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.http.BlockingWork;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Opens, refreshes and ends sessions on the committed truth: the claim says whose refresh token it is, the site user's
 * claim whether the session was voided, the session itself whether the token is its newest. No address is kept of
 * anybody (site-users.md 1).
 */
@Component
class SiteSessions {
    private final Claims claims;
    private final SiteStandings standings;
    private final Commands commands;
    private final SiteTokens tokens;
    private final BlockingWork blocking;
    private final Duration lifetime;
    private final SecureRandom random = new SecureRandom();

    SiteSessions(
            Claims claims,
            SiteStandings standings,
            Commands commands,
            SiteTokens tokens,
            BlockingWork blocking,
            @Value("${REFRESH_TOKEN_EXPIRE_DAYS:30}") int days) {
        this.claims = claims;
        this.standings = standings;
        this.commands = commands;
        this.tokens = tokens;
        this.blocking = blocking;
        this.lifetime = Duration.ofDays(days);
    }

    private record Family(String sessionId, Opened opened) {}

    /** Empty when the site user is gone or inactive by now, or has logged out everywhere. */
    Mono<TokenResponse> open(String siteUserId, int tokenVersion, ServerWebExchange exchange) {
        String sessionId = ObjectId.get().toHexString();
        return standings
                .isCurrent(siteUserId, tokenVersion)
                .filter(current -> current)
                .flatMap(current -> blocking.call(() -> RefreshTokenText.mint(random)))
                .flatMap(refresh -> commands.sendWithoutAddress(
                                new OpenSiteSession(
                                        sessionId,
                                        siteUserId,
                                        tokenVersion,
                                        refresh.hash(),
                                        device(exchange),
                                        lifetime),
                                exchange,
                                Projection.SITE_USER)
                        .then(issue(new SiteTokens.Claim(siteUserId, tokenVersion, sessionId), refresh)));
    }

    /** Refused with {@code not_authenticated} for any token but the newest of a session that is good. */
    Mono<TokenResponse> exchange(String text, ServerWebExchange exchange) {
        RefreshTokenText presented = new RefreshTokenText(text);
        return family(presented)
                .filterWhen(family -> standings.isCurrent(
                        family.opened().siteUserId(), family.opened().tokenVersion()))
                .flatMap(family -> swapped(family, presented, exchange))
                .switchIfEmpty(Mono.error(() ->
                        new Refusal(ErrorCode.NOT_AUTHENTICATED, "This refresh token is not valid; sign in again.")));
    }

    /** Ends the token's session; does nothing when there is none. */
    Mono<Void> end(String text, ServerWebExchange exchange) {
        return family(new RefreshTokenText(text))
                .flatMap(family -> commands.sendWithoutAddress(
                        new RevokeSiteSession(
                                family.sessionId(), family.opened().siteUserId()),
                        exchange,
                        Projection.SITE_USER))
                .then();
    }

    private Mono<Family> family(RefreshTokenText token) {
        return blocking.call(() -> SiteSessionClaims.sessionOf(claims, token.hash())
                .flatMap(this::familyOf)
                .orElse(null));
    }

    private Optional<Family> familyOf(String sessionId) {
        return SiteSessionClaims.opened(claims, sessionId).map(opened -> new Family(sessionId, opened));
    }

    /** Empty when the token is not the newest one. */
    private Mono<TokenResponse> swapped(Family family, RefreshTokenText presented, ServerWebExchange exchange) {
        return blocking.call(() -> RefreshTokenText.mint(random))
                .flatMap(next -> commands.<Boolean>sendWithoutAddress(
                                new RefreshSiteSession(
                                        family.sessionId(), presented.hash(), next.hash(), device(exchange)),
                                exchange,
                                Projection.SITE_USER)
                        .filter(refreshed -> Boolean.TRUE.equals(refreshed.result()))
                        .flatMap(refreshed -> issue(claim(family), next)));
    }

    private Mono<TokenResponse> issue(SiteTokens.Claim claim, RefreshTokenText refresh) {
        return blocking.call(() -> TokenResponse.of(tokens.issue(claim), refresh.text(), tokens.lifetime()));
    }

    private static SiteTokens.Claim claim(Family family) {
        return new SiteTokens.Claim(
                family.opened().siteUserId(), family.opened().tokenVersion(), family.sessionId());
    }

    private static @Nullable String device(ServerWebExchange exchange) {
        return DeviceLabel.of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT));
    }
}
