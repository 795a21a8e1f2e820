package dev.kiwi.web.siteuser;

import dev.kiwi.web.credential.TokenResponse;
import dev.kiwi.web.gate.Gate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What is done with a site user's refresh token, which is the credential itself (site-users.md 5). */
@RestController
@Tag(name = "site-auth")
@RequestMapping("/v1/site-auth")
@Gate(Gate.Kind.OPEN)
class SiteRefreshController {
    private final SiteSessions sessions;

    SiteRefreshController(SiteSessions sessions) {
        this.sessions = sessions;
    }

    record SiteRefreshBody(@NotNull String refreshToken) {
        /** Hides the token, so that it never reaches a log. */
        @Override
        public String toString() {
            return "SiteRefreshBody[hidden]";
        }
    }

    record SiteLogoutBody(@Nullable String refreshToken) {
        /** Hides the token, so that it never reaches a log. */
        @Override
        public String toString() {
            return "SiteLogoutBody[hidden]";
        }
    }

    @PostMapping("/refresh")
    @Operation(
            operationId = "refreshSiteSession",
            summary = "Exchange a refresh token for new tokens",
            description = "A refresh token is good once. The same one again within ten seconds is only refused; later "
                    + "it ends the session, because somebody else has a copy.")
    Mono<ResponseEntity<TokenResponse>> refresh(@Valid @RequestBody SiteRefreshBody body, ServerWebExchange exchange) {
        return sessions.exchange(body.refreshToken(), exchange)
                .map(tokens ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tokens));
    }

    @PostMapping("/logout")
    @Operation(
            operationId = "logOutOfSite",
            summary = "End the session of a refresh token",
            description = "Also answers 204 for a token that is none, and for none.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> logout(@Valid @RequestBody(required = false) @Nullable SiteLogoutBody body, ServerWebExchange exchange) {
        return body == null || body.refreshToken() == null ? Mono.empty() : sessions.end(body.refreshToken(), exchange);
    }
}
