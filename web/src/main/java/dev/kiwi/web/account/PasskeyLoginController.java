package dev.kiwi.web.account;

import dev.kiwi.web.account.passkey.RequestOptions;
import dev.kiwi.web.credential.TokenResponse;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Logging in with a passkey, with or without a password before it. */
@RestController
@RequestMapping("/auth/passkeys/login")
@Gate(Gate.Kind.OPEN)
class PasskeyLoginController {
    private final PasskeySignIn signIn;
    private final RateLimits limits;
    private final Buckets buckets;

    PasskeyLoginController(PasskeySignIn signIn, RateLimits limits, Buckets buckets) {
        this.signIn = signIn;
        this.limits = limits;
        this.buckets = buckets;
    }

    /** @param challenge what {@code POST /auth/login} answered where it asked for a second factor; left out without one */
    record BeginBody(@Nullable @Size(min = 1, max = 4096) String challenge) {
        /** Hides all of it, so that it never reaches a log. */
        @Override
        public String toString() {
            return "BeginBody[hidden]";
        }
    }

    /** @param publicKey for {@code navigator.credentials.get} */
    record Asked(RequestOptions publicKey) {}

    @PostMapping("/options")
    Mono<ResponseEntity<Asked>> begin(@Valid @RequestBody BeginBody body, ServerWebExchange exchange) {
        return limits.pay(exchange, buckets.passkeyChallenge(ClientIp.subscriber(exchange)))
                .then(Mono.defer(() -> signIn.begin(body.challenge())))
                .map(options ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Asked(options)));
    }

    @PostMapping
    Mono<ResponseEntity<TokenResponse>> finish(@Valid @RequestBody SignedBody body, ServerWebExchange exchange) {
        return limits.pay(exchange, buckets.login(ClientIp.subscriber(exchange)))
                .then(Mono.defer(() -> signIn.finish(body.challenge(), body.credential(), exchange)))
                .map(tokens ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tokens));
    }
}
