package dev.kiwi.web.account;

import dev.kiwi.web.credential.TokenResponse;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The second step of a login to an account that has a second factor. */
@RestController
@Gate(Gate.Kind.OPEN)
class SecondStepController {
    private final SignIn signIn;
    private final RateLimits limits;
    private final Buckets buckets;

    SecondStepController(SignIn signIn, RateLimits limits, Buckets buckets) {
        this.signIn = signIn;
        this.limits = limits;
        this.buckets = buckets;
    }

    /** @param code of the authenticator, or a recovery code */
    record SecondStepBody(
            @NotNull @Size(min = 1, max = 4096) String challenge,
            @NotNull @Size(min = 1, max = 64) String code) {
        /** Hides all of it, so that it never reaches a log. */
        @Override
        public String toString() {
            return "SecondStepBody[hidden]";
        }
    }

    @PostMapping("/auth/login/second-factor")
    Mono<ResponseEntity<TokenResponse>> login(@Valid @RequestBody SecondStepBody body, ServerWebExchange exchange) {
        return limits.pay(exchange, buckets.login(ClientIp.subscriber(exchange)))
                .then(Mono.defer(() -> signIn.afterSecondFactor(body.challenge(), body.code(), exchange)))
                .map(tokens ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tokens));
    }
}
