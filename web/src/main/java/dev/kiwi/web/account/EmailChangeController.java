package dev.kiwi.web.account;

import dev.kiwi.api.account.ConfirmEmailChange;
import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.EmailLinkPurpose;
import dev.kiwi.api.account.RequestEmailChange;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.DisposableDomains;
import dev.kiwi.command.account.EmailIsLasting;
import dev.kiwi.command.account.EmailLinks;
import dev.kiwi.command.account.PasswordLogin;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.StepUp;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Moving an account to another address, which has to be confirmed from there (platform.md 3.8). */
@RestController
class EmailChangeController {
    private static final Message SENT =
            new Message("A mail is on its way to the new address. Nothing changes until its link is opened.");

    private final PasswordLogin login;
    private final DisposableDomains disposable;
    private final EmailLinks links;
    private final Commands commands;
    private final BlockingWork blocking;
    private final Pages pages;
    private final RateLimits limits;
    private final Buckets buckets;

    EmailChangeController(
            PasswordLogin login,
            DisposableDomains disposable,
            EmailLinks links,
            Commands commands,
            BlockingWork blocking,
            Pages pages,
            RateLimits limits,
            Buckets buckets) {
        this.login = login;
        this.disposable = disposable;
        this.links = links;
        this.commands = commands;
        this.blocking = blocking;
        this.pages = pages;
        this.limits = limits;
        this.buckets = buckets;
    }

    record ChangeBody(
            @NotNull @EmailText String newEmail, @NotNull String password) {
        EmailAddress address() {
            return EmailAddress.parse(newEmail).orElseThrow();
        }

        /** Hides all of it, so that it never reaches a log. */
        @Override
        public String toString() {
            return "ChangeBody[hidden]";
        }
    }

    @PostMapping("/auth/change-email")
    @StepUp
    @Gate(Gate.Kind.SESSION)
    Mono<Message> change(@Valid @RequestBody ChangeBody body, Caller.Session caller, ServerWebExchange exchange) {
        return limits.pay(exchange, buckets.reauthentication(caller.accountId()))
                .then(blocking.call(() -> login.verifyOwner(caller.accountId(), body.password())))
                .doOnNext(proven -> Refusal.ifViolated(new EmailIsLasting(body.address(), disposable)))
                .flatMap(proven -> commands.send(new RequestEmailChange(caller.accountId(), body.address()), exchange))
                .thenReturn(SENT);
    }

    @GetMapping("/auth/verify-email-change")
    @Gate(Gate.Kind.OPEN)
    Mono<ResponseEntity<String>> confirm(@RequestParam String token, ServerWebExchange exchange) {
        return blocking.call(
                        () -> links.open(token, EmailLinkPurpose.CHANGE_EMAIL).orElse(null))
                .flatMap(link -> confirm(link, exchange))
                .switchIfEmpty(Mono.fromSupplier(this::useless))
                .onErrorResume(StaleLink::isOne, stale -> Mono.just(useless()))
                .onErrorResume(EmailChangeController::isTaken, taken -> Mono.just(taken()));
    }

    private Mono<ResponseEntity<String>> confirm(EmailLinks.Opened link, ServerWebExchange exchange) {
        EmailAddress newEmail = link.newEmail();
        return newEmail == null
                ? Mono.fromSupplier(this::taken)
                : commands.sendAndAwait(
                                new ConfirmEmailChange(link.accountId(), newEmail, link.proof()),
                                exchange,
                                Projection.ACCOUNT,
                                Projection.SESSION)
                        .map(done -> pages.say(
                                HttpStatus.OK, "Address changed", "Log in with your new address from now on."));
    }

    private ResponseEntity<String> useless() {
        return pages.say(
                HttpStatus.BAD_REQUEST,
                "This link does not work",
                "It is too old, not complete, or was used before. Ask for the change again.");
    }

    private ResponseEntity<String> taken() {
        return pages.say(
                HttpStatus.CONFLICT,
                "The address is taken",
                "Another account has this address by now. Nothing changed.");
    }

    private static boolean isTaken(Throwable error) {
        return error instanceof Refusal refusal
                && (refusal.code() == ErrorCode.EMAIL_TAKEN || refusal.code() == ErrorCode.CONFLICT);
    }
}
