package dev.kiwi.web.account;

import dev.kiwi.api.account.PasskeyPurpose;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.account.PasskeyLoginController.Asked;
import dev.kiwi.web.account.Passkeys.Added;
import dev.kiwi.web.account.StepUps.SteppedUp;
import dev.kiwi.web.account.passkey.AttestationJson;
import dev.kiwi.web.account.passkey.Base64Url;
import dev.kiwi.web.account.passkey.CreationOptions;
import dev.kiwi.web.account.passkey.Intent;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.gate.StepUp;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.http.EntityId;
import dev.kiwi.web.http.StorableText;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The caller's own passkeys. */
@RestController
@RequestMapping("/auth/passkeys")
@Gate(Gate.Kind.SESSION)
class PasskeyController {
    private static final int LONGEST_NAME = 80;

    private final Passkeys passkeys;
    private final PasskeyProof proof;
    private final StepUps stepUps;
    private final RateLimits limits;
    private final Buckets buckets;

    PasskeyController(Passkeys passkeys, PasskeyProof proof, StepUps stepUps, RateLimits limits, Buckets buckets) {
        this.passkeys = passkeys;
        this.proof = proof;
        this.stepUps = stepUps;
        this.limits = limits;
        this.buckets = buckets;
    }

    /** @param password needed while there is no second factor */
    record BeginBody(@Nullable String password) {
        /** Hides the password, so that it never reaches a log. */
        @Override
        public String toString() {
            return "BeginBody[hidden]";
        }
    }

    /** @param publicKey for {@code navigator.credentials.create} */
    record Offered(CreationOptions publicKey) {}

    /**
     * @param challenge as it was in the options
     * @param credential what the browser's {@code toJSON()} gives
     */
    record AddBody(
            @NotNull @Size(min = 1, max = LONGEST_NAME) @StorableText
            String name,

            @NotNull @Size(max = 64) @Base64Url String challenge,
            @NotNull @Valid AttestationJson credential) {}

    record RenameBody(
            @NotNull @Size(min = 1, max = LONGEST_NAME) @StorableText
            String name) {}

    @GetMapping
    @ReadsFrom(Projection.SESSION)
    Mono<List<PasskeyPublic>> list(Caller.Session caller) {
        return passkeys.list(caller.accountId());
    }

    @PostMapping("/options")
    @StepUp
    @ReadsFrom(Projection.ACCOUNT)
    Mono<ResponseEntity<Offered>> begin(
            @Valid @RequestBody BeginBody body, Caller.Session caller, ServerWebExchange exchange) {
        return limits.pay(exchange, buckets.login(ClientIp.subscriber(exchange)))
                .then(Mono.defer(() -> passkeys.begin(caller, body.password(), exchange)))
                .map(options -> secret(HttpStatus.OK, new Offered(options)));
    }

    @PostMapping
    Mono<ResponseEntity<Added>> add(
            @Valid @RequestBody AddBody body, Caller.Session caller, ServerWebExchange exchange) {
        return passkeys.finish(caller, body.name(), body.challenge(), body.credential(), exchange)
                .map(added -> secret(HttpStatus.CREATED, added));
    }

    @PatchMapping("/{id}")
    Mono<PasskeyPublic> rename(
            @PathVariable @EntityId String id,
            @Valid @RequestBody RenameBody body,
            Caller.Session caller,
            ServerWebExchange exchange) {
        return passkeys.rename(caller.accountId(), id, body.name(), exchange);
    }

    @DeleteMapping("/{id}")
    @StepUp
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable @EntityId String id, Caller.Session caller, ServerWebExchange exchange) {
        return passkeys.remove(caller.accountId(), id, exchange);
    }

    @PostMapping("/step-up/options")
    Mono<ResponseEntity<Asked>> beginStepUp(Caller.Session caller, ServerWebExchange exchange) {
        return limits.pay(exchange, buckets.passkeyChallenge(ClientIp.subscriber(exchange)))
                .then(Mono.defer(() -> proof.ask(stepUp(caller), caller.accountId())))
                .map(options -> secret(HttpStatus.OK, new Asked(options)));
    }

    @PostMapping("/step-up")
    Mono<ResponseEntity<SteppedUp>> stepUp(
            @Valid @RequestBody SignedBody body, Caller.Session caller, ServerWebExchange exchange) {
        return proof.prove(
                        body.challenge(), body.credential(), stepUp(caller)::equals, PasskeyPurpose.STEP_UP, exchange)
                .then(stepUps.answer(exchange));
    }

    private static Intent stepUp(Caller.Session caller) {
        return new Intent(Intent.Purpose.STEP_UP, caller.accountId(), caller.sessionId());
    }

    private static <T> ResponseEntity<T> secret(HttpStatus status, T body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
