package dev.kiwi.web.account;

import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.account.FindAccount;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.web.account.SecondFactors.Status;
import dev.kiwi.web.credential.SessionTokens;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Bearer;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.gate.StepUp;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
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
    private final SessionTokens tokens;
    private final Queries queries;
    private final RateLimits limits;
    private final Buckets buckets;
    private final BlockingWork blocking;
    private final Clock clock;

    SecondFactorController(
            SecondFactors factors,
            EnrolmentLink link,
            SessionTokens tokens,
            Queries queries,
            RateLimits limits,
            Buckets buckets,
            BlockingWork blocking,
            Clock clock) {
        this.factors = factors;
        this.link = link;
        this.tokens = tokens;
        this.queries = queries;
        this.limits = limits;
        this.buckets = buckets;
        this.blocking = blocking;
        this.clock = clock;
    }

    record EnrolBody(@NotNull String password) {
        /** Hides the password, so that it never reaches a log. */
        @Override
        public String toString() {
            return "EnrolBody[hidden]";
        }
    }

    /** @param otpauthUrl what a QR code for an authenticator shows */
    record Enrolment(String secret, String otpauthUrl) {
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

    /** A new access token of the same session. @param expiresIn seconds that it is good for */
    record SteppedUp(String accessToken, String tokenType, long expiresIn) {
        /** Hides the token, so that it never reaches a log. */
        @Override
        public String toString() {
            return "SteppedUp[hidden]";
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
        return limits.pay(exchange, buckets.login(ClientIp.of(exchange)))
                .then(queries.ask(new FindAccount(caller.accountId()), AccountView.class))
                .flatMap(account -> factors.begin(account.id(), body.password(), exchange)
                        .map(secret -> new Enrolment(secret, link.of(account, secret))))
                .map(enrolment -> secret(HttpStatus.CREATED, enrolment));
    }

    @PostMapping("/confirm")
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
        return factors.show(caller.accountId(), body.code(), exchange)
                .then(blocking.call(() -> tokens.issue(again(exchange))))
                .map(access -> new SteppedUp(access, "bearer", tokens.lifetime().toSeconds()))
                .map(steppedUp -> secret(HttpStatus.OK, steppedUp));
    }

    private SessionTokens.Claim again(ServerWebExchange exchange) {
        String bearer = Objects.requireNonNull(Bearer.of(exchange), "the gate let in a session");
        SessionTokens.Claim claim = tokens.verify(bearer)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_AUTHENTICATED, "This session's token has just expired."));
        return new SessionTokens.Claim(claim.accountId(), claim.version(), claim.sessionId(), clock.instant());
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
