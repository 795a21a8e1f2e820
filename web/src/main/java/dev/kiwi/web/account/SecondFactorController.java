package dev.kiwi.web.account;

import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.account.FindAccount;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.account.SecondFactors.Status;
import dev.kiwi.web.account.StepUps.SteppedUp;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.gate.StepUp;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The caller's own second factor. */
@RestController
@RequestMapping("/auth/second-factor")
@Gate(Gate.Kind.SESSION)
class SecondFactorController {
    private final SecondFactors factors;
    private final EnrolmentLink link;
    private final StepUps stepUps;
    private final Queries queries;
    private final RateLimits limits;
    private final Buckets buckets;

    SecondFactorController(
            SecondFactors factors,
            EnrolmentLink link,
            StepUps stepUps,
            Queries queries,
            RateLimits limits,
            Buckets buckets) {
        this.factors = factors;
        this.link = link;
        this.stepUps = stepUps;
        this.queries = queries;
        this.limits = limits;
        this.buckets = buckets;
    }

    record EnrolBody(@NotNull String password) {
        /** Hides the password, so that it never reaches a log. */
        @Override
        public String toString() {
            return "EnrolBody[hidden]";
        }
    }

    /** @param otpauthUrl what the QR code for an authenticator says */
    record Enrolment(String secret, String otpauthUrl, QrPicture qr) {
        static Enrolment of(String secret, String otpauthUrl) {
            return new Enrolment(secret, otpauthUrl, QrPicture.of(otpauthUrl));
        }

        /** Hides the secret, so that it never reaches a log. */
        @Override
        public String toString() {
            return "Enrolment[hidden]";
        }
    }

    record RecoveryCodesShown(List<String> recoveryCodes) {
        /** Hides the codes, so that they never reach a log. */
        @Override
        public String toString() {
            return "RecoveryCodesShown[hidden]";
        }
    }

    @GetMapping
    Mono<Status> status(Caller.Session caller) {
        return factors.status(caller.accountId());
    }

    @PostMapping
    @ReadsFrom(Projection.ACCOUNT)
    Mono<ResponseEntity<Enrolment>> begin(
            @Valid @RequestBody EnrolBody body, Caller.Session caller, ServerWebExchange exchange) {
        return limits.pay(exchange, buckets.login(ClientIp.subscriber(exchange)))
                .then(queries.ask(new FindAccount(caller.accountId()), AccountView.class))
                .flatMap(account -> factors.begin(caller, body.password(), exchange)
                        .map(secret -> Enrolment.of(secret, link.of(account, secret))))
                .map(enrolment -> secret(HttpStatus.CREATED, enrolment));
    }

    @PostMapping("/confirm")
    @StepUp
    Mono<ResponseEntity<RecoveryCodesShown>> confirm(
            @Valid @RequestBody CodeBody body, Caller.Session caller, ServerWebExchange exchange) {
        return factors.confirm(caller.accountId(), body.code(), exchange).map(SecondFactorController::shown);
    }

    @PostMapping("/recovery-codes")
    @StepUp
    Mono<ResponseEntity<RecoveryCodesShown>> replaceRecoveryCodes(Caller.Session caller, ServerWebExchange exchange) {
        return factors.replaceRecoveryCodes(caller.accountId(), exchange).map(SecondFactorController::shown);
    }

    @DeleteMapping
    @StepUp
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> disable(Caller.Session caller, ServerWebExchange exchange) {
        return factors.disable(caller.accountId(), exchange);
    }

    @PostMapping("/step-up")
    Mono<ResponseEntity<SteppedUp>> stepUp(
            @Valid @RequestBody CodeBody body, Caller.Session caller, ServerWebExchange exchange) {
        return factors.show(caller.accountId(), body.code(), exchange).then(stepUps.answer(exchange));
    }

    private static ResponseEntity<RecoveryCodesShown> shown(List<String> codes) {
        return secret(HttpStatus.OK, new RecoveryCodesShown(codes));
    }

    private static <T> ResponseEntity<T> secret(HttpStatus status, T body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
