package dev.kiwi.web.account;

import dev.kiwi.api.account.PasswordCause;
import dev.kiwi.api.account.ReplacePassword;
import dev.kiwi.api.account.ReplacedPassword;
import dev.kiwi.command.account.NewPasswords;
import dev.kiwi.command.account.PasswordLogin;
import dev.kiwi.web.credential.TokenResponse;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.StepUp;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Changing one's password, which ends every session and opens a fresh one for the caller (platform.md 3.8). */
@RestController
@Gate(Gate.Kind.SESSION)
class ChangePasswordController {
    private final PasswordLogin login;
    private final PasswordLength length;
    private final NewPasswords passwords;
    private final SessionOpening sessions;
    private final Commands commands;
    private final BlockingWork blocking;
    private final RateLimits limits;
    private final Buckets buckets;

    ChangePasswordController(
            PasswordLogin login,
            PasswordLength length,
            NewPasswords passwords,
            SessionOpening sessions,
            Commands commands,
            BlockingWork blocking,
            RateLimits limits,
            Buckets buckets) {
        this.login = login;
        this.length = length;
        this.passwords = passwords;
        this.sessions = sessions;
        this.commands = commands;
        this.blocking = blocking;
        this.limits = limits;
        this.buckets = buckets;
    }

    record ChangeBody(
            @NotNull String currentPassword, @NotNull String newPassword) {
        /** Hides all of it, so that it never reaches a log. */
        @Override
        public String toString() {
            return "ChangeBody[hidden]";
        }
    }

    @PostMapping("/auth/change-password")
    @StepUp
    Mono<ResponseEntity<TokenResponse>> change(
            @Valid @RequestBody ChangeBody body, Caller.Session caller, ServerWebExchange exchange) {
        String accountId = caller.accountId();
        length.require("new_password", body.newPassword());
        return limits.pay(exchange, buckets.reauthentication(accountId))
                .then(blocking.call(() -> replacement(accountId, body)))
                .flatMap(command -> commands.<ReplacedPassword>send(command, exchange))
                .flatMap(done -> sessions.open(
                        accountId, Objects.requireNonNull(done.result()).tokenVersion(), exchange))
                .map(tokens ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tokens));
    }

    private ReplacePassword replacement(String accountId, ChangeBody body) {
        String proof = login.verifyOwner(accountId, body.currentPassword()).proof();
        String hash = passwords.hash(body.newPassword());
        return new ReplacePassword(accountId, hash, PasswordCause.CHANGED, proof);
    }
}
