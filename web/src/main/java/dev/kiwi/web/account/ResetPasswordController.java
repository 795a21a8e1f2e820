package dev.kiwi.web.account;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.RequestPasswordReset;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.http.InvalidParameter;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.FormHttpMessageReader;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A new password for whoever has forgotten the old one and reads the account's mail (platform.md 3.8). */
@RestController
@Gate(Gate.Kind.OPEN)
class ResetPasswordController {
    private static final FormHttpMessageReader FORMS = new FormHttpMessageReader();
    private static final ResolvableType FORM =
            ResolvableType.forClassWithGenerics(MultiValueMap.class, String.class, String.class);
    private static final Message SENT =
            new Message("If an account has this address, a mail with a link to a new password is on its way.");
    private static final Message DONE = new Message("The password is set; log in with it.");

    private final AskedMails mails;
    private final PasswordReset passwords;
    private final PasswordLength length;
    private final CaptchaCheck captcha;
    private final RateLimits limits;
    private final Buckets buckets;
    private final Pages pages;

    ResetPasswordController(
            AskedMails mails,
            PasswordReset passwords,
            PasswordLength length,
            CaptchaCheck captcha,
            RateLimits limits,
            Buckets buckets,
            Pages pages) {
        this.mails = mails;
        this.passwords = passwords;
        this.length = length;
        this.captcha = captcha;
        this.limits = limits;
        this.buckets = buckets;
        this.pages = pages;
    }

    record ForgotBody(
            @NotNull @EmailText String email, @Nullable String captchaToken) {
        EmailAddress address() {
            return EmailAddress.parse(email).orElseThrow();
        }

        /** Hides all of it, so that it never reaches a log. */
        @Override
        public String toString() {
            return "ForgotBody[hidden]";
        }
    }

    @PostMapping("/auth/forgot-password")
    Mono<Message> forgot(@Valid @RequestBody ForgotBody body, ServerWebExchange exchange) {
        return limits.pay(exchange, buckets.forgotPassword(ClientIp.subscriber(exchange)))
                .then(captcha.require(body.captchaToken(), exchange))
                .then(mails.ask(body.address(), RequestPasswordReset::new, exchange))
                .thenReturn(SENT);
    }

    /** Says nothing about the token: opening a link, as a mail scanner does, must not use it up. */
    @GetMapping("/auth/reset-password")
    ResponseEntity<String> form(@RequestParam String token) {
        return pages.askForPassword(HttpStatus.OK, "Your sessions end with it, on every device.", token);
    }

    record ResetBody(@NotNull String token, @NotNull String newPassword) {
        /** Hides all of it, so that it never reaches a log. */
        @Override
        public String toString() {
            return "ResetBody[hidden]";
        }
    }

    @PostMapping("/auth/reset-password")
    Mono<Message> reset(@Valid @RequestBody ResetBody body, ServerWebExchange exchange) {
        length.require("new_password", body.newPassword());
        return passwords.reset(body.token(), body.newPassword(), exchange).thenReturn(DONE);
    }

    /** The same for the form of {@link #form}, answered with a page. */
    @PostMapping(path = "/auth/reset-password", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> resetByForm(ServerWebExchange exchange) {
        // Read from the request itself, which a filter may have read before; the exchange's own form data is not.
        return FORMS.readMono(FORM, exchange.getRequest(), Map.of())
                .flatMap(form -> reset(text(form, "token"), text(form, "new_password"), exchange));
    }

    private Mono<ResponseEntity<String>> reset(String token, String newPassword, ServerWebExchange exchange) {
        return Mono.defer(() -> {
                    length.require("new_password", newPassword);
                    return passwords.reset(token, newPassword, exchange);
                })
                .then(Mono.fromSupplier(() -> pages.say(HttpStatus.OK, "Password set", DONE.message())))
                .onErrorResume(
                        InvalidParameter.class, wrong -> Mono.just(again(422, "It " + wrong.getMessage(), token)))
                .onErrorResume(Refusal.class, refused -> refused(refused, token));
    }

    private Mono<ResponseEntity<String>> refused(Refusal refused, String token) {
        String sentence = String.valueOf(refused.getMessage());
        return switch (refused.code()) {
            case PASSWORD_BREACHED -> Mono.just(again(400, sentence, token));
            case BAD_REQUEST -> Mono.just(pages.say(HttpStatus.BAD_REQUEST, "This link does not work", sentence));
            default -> Mono.error(refused);
        };
    }

    private ResponseEntity<String> again(int status, String sentence, String token) {
        return pages.askForPassword(HttpStatus.valueOf(status), sentence, token);
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value;
    }
}
