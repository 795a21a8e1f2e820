package dev.kiwi.web.account;

import dev.kiwi.web.gate.Gate;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Making an account (platform.md 3.8). */
@RestController
@Gate(Gate.Kind.OPEN)
class SignUpController {
    private final SignUp signUp;
    private final PasswordLength length;

    SignUpController(SignUp signUp, PasswordLength length) {
        this.signUp = signUp;
        this.length = length;
    }

    @PostMapping("/auth/signup")
    Mono<ResponseEntity<UserPublic>> signUp(@Valid @RequestBody SignUpBody body, ServerWebExchange exchange) {
        length.require("password", body.password());
        return signUp.signUp(body, exchange);
    }
}
