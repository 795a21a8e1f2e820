package dev.kiwi.web.account;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.command.account.PasswordLogin;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.BlockingWork;
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
    private final BlockingWork blocking;

    LoginController(PasswordLogin login, SessionOpening sessions, BlockingWork blocking) {
        this.login = login;
        this.sessions = sessions;
        this.blocking = blocking;
    }

    @PostMapping("/auth/login")
    Mono<ResponseEntity<TokenResponse>> login(@Valid @RequestBody LoginBody body, ServerWebExchange exchange) {
        return blocking.call(() -> login.verify(body.address(), body.password(), READING))
                .flatMap(verified -> sessions.open(verified.accountId(), verified.tokenVersion(), exchange))
                .map(tokens ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tokens));
    }
}
