package dev.kiwi.web.session;

import dev.kiwi.web.credential.TokenResponse;
import dev.kiwi.web.gate.Gate;
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

/** What is done with a refresh token, which is the credential itself (platform.md 4.3). */
@RestController
@RequestMapping("/auth")
@Gate(Gate.Kind.OPEN)
class RefreshController {
    private final RefreshTokens refreshTokens;

    RefreshController(RefreshTokens refreshTokens) {
        this.refreshTokens = refreshTokens;
    }

    record RefreshBody(@NotNull String refreshToken) {
        /** Hides the token, so that it never reaches a log. */
        @Override
        public String toString() {
            return "RefreshBody[hidden]";
        }
    }

    record LogoutBody(@Nullable String refreshToken) {
        /** Hides the token, so that it never reaches a log. */
        @Override
        public String toString() {
            return "LogoutBody[hidden]";
        }
    }

    @PostMapping("/refresh")
    Mono<ResponseEntity<TokenResponse>> refresh(@Valid @RequestBody RefreshBody body, ServerWebExchange exchange) {
        return refreshTokens
                .exchange(body.refreshToken(), exchange)
                .map(tokens ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tokens));
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> logout(@Valid @RequestBody LogoutBody body, ServerWebExchange exchange) {
        return body.refreshToken() == null ? Mono.empty() : refreshTokens.end(body.refreshToken(), exchange);
    }
}
