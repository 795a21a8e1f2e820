package dev.kiwi.web.account;

import dev.kiwi.api.account.EmailLinkPurpose;
import dev.kiwi.api.account.RequestVerification;
import dev.kiwi.api.account.VerifyEmail;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.command.account.EmailLinks;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Showing that an address is one's own (platform.md 3.8). */
@RestController
@Gate(Gate.Kind.OPEN)
class VerificationController {
    private static final Message SENT =
            new Message("If an account with this address waits for its verification, a mail is on its way.");

    private final AskedMails mails;
    private final EmailLinks links;
    private final Commands commands;
    private final RateLimits limits;
    private final Buckets buckets;
    private final BlockingWork blocking;
    private final Pages pages;

    VerificationController(
            AskedMails mails,
            EmailLinks links,
            Commands commands,
            RateLimits limits,
            Buckets buckets,
            BlockingWork blocking,
            Pages pages) {
        this.mails = mails;
        this.links = links;
        this.commands = commands;
        this.limits = limits;
        this.buckets = buckets;
        this.blocking = blocking;
        this.pages = pages;
    }

    @PostMapping("/auth/resend-verification")
    Mono<Message> resend(@Valid @RequestBody EmailBody body, ServerWebExchange exchange) {
        return limits.pay(exchange, buckets.resendVerification(ClientIp.subscriber(exchange)))
                .then(mails.ask(body.address(), RequestVerification::new, exchange))
                .thenReturn(SENT);
    }

    /** May be opened again and again. */
    @GetMapping("/auth/verify-email")
    Mono<ResponseEntity<String>> verify(@RequestParam String token, ServerWebExchange exchange) {
        return blocking.call(() -> links.open(token, EmailLinkPurpose.VERIFY).orElse(null))
                .flatMap(link -> commands.sendAndAwait(new VerifyEmail(link.accountId()), exchange, Projection.ACCOUNT))
                .map(done -> pages.say(HttpStatus.OK, "Address verified", "Thank you. You can log in now."))
                .switchIfEmpty(Mono.fromSupplier(this::useless))
                .onErrorResume(StaleLink::isOne, stale -> Mono.just(useless()));
    }

    private ResponseEntity<String> useless() {
        return pages.say(
                HttpStatus.BAD_REQUEST,
                "This link does not work",
                "It is too old or not complete. Log in to have another one sent.");
    }
}
