package dev.kiwi.web.account;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.command.account.PasswordLogin;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
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
    // Only reads the account's state, so no event will carry this.
    private static final CommandContext READING = CommandContext.system("login");

    private final PasswordLogin login;
    private final SessionOpening sessions;
    private final RateLimits limits;
    private final Buckets buckets;
    private final BlockingWork blocking;

    LoginController(
            PasswordLogin login, SessionOpening sessions, RateLimits limits, Buckets buckets, BlockingWork blocking) {
        this.login = login;
        this.sessions = sessions;
        this.limits = limits;
        this.buckets = buckets;
        this.blocking = blocking;
    }

    @PostMapping("/auth/login")
    Mono<ResponseEntity<TokenResponse>> login(@Valid @RequestBody LoginBody body, ServerWebExchange exchange) {
        // Successes count too.
        return limits.pay(exchange, buckets.login(ClientIp.of(exchange)))
                .then(blocking.call(() -> login.verify(body.address(), body.password(), READING)))
                .flatMap(verified -> sessions.open(verified.accountId(), verified.tokenVersion(), exchange))
                .map(tokens ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tokens));
    }
}
