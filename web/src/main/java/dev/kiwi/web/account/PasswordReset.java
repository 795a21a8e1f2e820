package dev.kiwi.web.account;

import dev.kiwi.api.account.EmailLinkPurpose;
import dev.kiwi.api.account.PasswordCause;
import dev.kiwi.api.account.ReplacePassword;
import dev.kiwi.api.account.ReplacedPassword;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.EmailLinks;
import dev.kiwi.command.account.NewPasswords;
import dev.kiwi.command.account.PasswordLogin;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.web.account.lockout.Lockout;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.http.BlockingWork;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Replaces a forgotten password by the token of a mailed link, once. Whoever reads the mail is let in again. */
@Component
class PasswordReset {
    private final EmailLinks links;
    private final PasswordLogin login;
    private final NewPasswords passwords;
    private final Lockout lockout;
    private final Commands commands;
    private final BlockingWork blocking;

    PasswordReset(
            EmailLinks links,
            PasswordLogin login,
            NewPasswords passwords,
            Lockout lockout,
            Commands commands,
            BlockingWork blocking) {
        this.links = links;
        this.login = login;
        this.passwords = passwords;
        this.lockout = lockout;
        this.commands = commands;
        this.blocking = blocking;
    }

    /** Fails with {@code bad_request} for a link that does not work, with {@code password_breached} for that. */
    Mono<Void> reset(String token, String newPassword, ServerWebExchange exchange) {
        return blocking.call(() -> replacement(token, newPassword))
                .flatMap(command -> commands.<ReplacedPassword>sendAndAwait(
                        command, exchange, Projection.ACCOUNT, Projection.SESSION))
                .onErrorMap(StaleLink::isOne, stale -> useless())
                .flatMap(this::forgetFailures);
    }

    private ReplacePassword replacement(String token, String newPassword) {
        EmailLinks.Opened link =
                links.open(token, EmailLinkPurpose.RESET_PASSWORD).orElseThrow(PasswordReset::useless);
        // Before the password is looked at: a dead link must not answer questions about passwords.
        if (!login.isProof(link.accountId(), link.proof())) {
            throw useless();
        }
        String hash = passwords.hash(newPassword);
        return new ReplacePassword(link.accountId(), hash, PasswordCause.RESET, link.proof());
    }

    private Mono<Void> forgetFailures(Dispatched<ReplacedPassword> done) {
        ReplacedPassword replaced = done.result();
        String fingerprint = replaced == null ? null : replaced.emailFingerprint();
        return fingerprint == null ? Mono.empty() : lockout.forget(fingerprint);
    }

    private static Refusal useless() {
        return new Refusal(ErrorCode.BAD_REQUEST, "This link does not work any more; ask for another one.");
    }
}
