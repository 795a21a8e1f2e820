package dev.kiwi.web.account;

import dev.kiwi.web.credential.TokenResponse;
import dev.kiwi.web.gate.Gate;
import jakarta.validation.Valid;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Logging in with a password (platform.md 3.8). */
@RestController
@Gate(Gate.Kind.OPEN)
class LoginController {
    private final Login login;
    private final SignIn signIn;

    LoginController(Login login, SignIn signIn) {
        this.login = login;
        this.signIn = signIn;
    }

    @PostMapping("/auth/login")
    Mono<ResponseEntity<TokenResponse>> login(@Valid @RequestBody LoginBody body, ServerWebExchange exchange) {
        return login.prove(body, exchange)
                .flatMap(proven -> signIn.afterFirstFactor(proven.accountId(), proven.tokenVersion(), exchange))
                .map(tokens ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tokens));
    }
}
