package dev.kiwi.web.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.captcha.Captcha;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.ClientIp;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets only people go on. */
@Component
class CaptchaCheck {
    /** Also for whoever is found out in another way, so that a program does not learn how. */
    static final String FAILED = "The captcha was not passed; try it again.";

    private final Captcha captcha;
    private final BlockingWork blocking;

    CaptchaCheck(Captcha captcha, BlockingWork blocking) {
        this.captcha = captcha;
        this.blocking = blocking;
    }

    /** Fails with {@code captcha_failed}. */
    Mono<Void> require(@Nullable String token, ServerWebExchange exchange) {
        String ip = ClientIp.of(exchange);
        return blocking.call(() -> captcha.isPassed(token, ip.equals(ClientIp.UNKNOWN) ? null : ip))
                .flatMap(passed ->
                        passed ? Mono.<Void>empty() : Mono.<Void>error(new Refusal(ErrorCode.CAPTCHA_FAILED, FAILED)));
    }
}
