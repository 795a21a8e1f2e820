package dev.kiwi.web.account;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.PasswordLogin;
import dev.kiwi.command.account.PasswordLogin.Proven;
import dev.kiwi.web.account.lockout.Lockout;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The way of a login up to the proof of who it is, each check in its turn (platform.md 3.8). */
@Component
class Login {
    private final RateLimits limits;
    private final Buckets buckets;
    private final CaptchaCheck captcha;
    private final Lockout lockout;
    private final PasswordLogin passwords;
    private final BlockingWork blocking;
    private final boolean requireVerified;

    Login(
            RateLimits limits,
            Buckets buckets,
            CaptchaCheck captcha,
            Lockout lockout,
            PasswordLogin passwords,
            BlockingWork blocking,
            @Value("${REQUIRE_VERIFIED_FOR_LOGIN:true}") boolean requireVerified) {
        this.limits = limits;
        this.buckets = buckets;
        this.captcha = captcha;
        this.lockout = lockout;
        this.passwords = passwords;
        this.blocking = blocking;
        this.requireVerified = requireVerified;
    }

    /** Successes count against the limit too; only whoever knows the password learns that the address is unverified. */
    Mono<Proven> prove(LoginBody body, ServerWebExchange exchange) {
        EmailAddress email = body.address();
        return limits.pay(exchange, buckets.login(ClientIp.subscriber(exchange)))
                .then(captcha.require(body.captchaToken(), exchange))
                .then(lockout.check(email))
                .then(blocking.call(() -> passwords.verify(email, body.password())))
                .onErrorResume(Login::isWrong, wrong -> lockout.failed(email).then(Mono.error(wrong)))
                .flatMap(proven -> lockout.passed(email).thenReturn(proven))
                .doOnNext(proven -> Refusal.ifViolated(new AddressIsVerified(proven.verified(), requireVerified)));
    }

    private static boolean isWrong(Throwable error) {
        return error instanceof Refusal refusal && refusal.code() == ErrorCode.INVALID_CREDENTIALS;
    }
}
