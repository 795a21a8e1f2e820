package dev.kiwi.web.account;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.RegisterAccount;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.DisposableDomains;
import dev.kiwi.command.account.EmailIsLasting;
import dev.kiwi.command.account.KnownAddresses;
import dev.kiwi.command.account.NewPasswords;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.bson.types.ObjectId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The way of a sign-up, each check in its turn: the cheap ones and those that keep programs out come first. */
@Component
class SignUp {
    private final RateLimits limits;
    private final Buckets buckets;
    private final CaptchaCheck captcha;
    private final DisposableDomains disposable;
    private final KnownAddresses addresses;
    private final NewPasswords passwords;
    private final Commands commands;
    private final BlockingWork blocking;
    private final Clock clock;

    SignUp(
            RateLimits limits,
            Buckets buckets,
            CaptchaCheck captcha,
            DisposableDomains disposable,
            KnownAddresses addresses,
            NewPasswords passwords,
            Commands commands,
            BlockingWork blocking,
            Clock clock) {
        this.limits = limits;
        this.buckets = buckets;
        this.captcha = captcha;
        this.disposable = disposable;
        this.addresses = addresses;
        this.passwords = passwords;
        this.commands = commands;
        this.blocking = blocking;
        this.clock = clock;
    }

    Mono<ResponseEntity<UserPublic>> signUp(SignUpBody body, ServerWebExchange exchange) {
        return limits.pay(exchange, buckets.signup(ClientIp.subscriber(exchange)))
                .then(Mono.fromRunnable(() -> Refusal.ifViolated(
                        new FormIsFilledByAPerson(body.website(), body.formStartedAt(), clock.instant()))))
                .then(captcha.require(body.captchaToken(), exchange))
                .then(blocking.call(() -> admitted(body)))
                .flatMap(hash -> register(body, hash, exchange));
    }

    /** @return the password's hash */
    private String admitted(SignUpBody body) {
        EmailAddress email = body.address();
        Refusal.ifViolated(new EmailIsLasting(email, disposable));
        addresses.requireFree(email);
        return passwords.hash(body.password());
    }

    private Mono<ResponseEntity<UserPublic>> register(SignUpBody body, String hash, ServerWebExchange exchange) {
        RegisterAccount command = new RegisterAccount(
                ObjectId.get().toHexString(), body.address(), DisplayName.of(body.displayName()), hash, false, false);
        return commands.<Instant, UserPublic>answer(
                        command,
                        exchange,
                        at -> ResponseEntity.status(HttpStatus.CREATED)
                                .body(UserPublic.of(command, Objects.requireNonNull(at))),
                        Projection.ACCOUNT)
                // The only thing that two new accounts can both want is an address.
                .onErrorMap(
                        error -> error instanceof Refusal refusal && refusal.code() == ErrorCode.CONFLICT,
                        error -> new Refusal(
                                ErrorCode.EMAIL_TAKEN, "Somebody has signed up with this email address just now."));
    }
}
