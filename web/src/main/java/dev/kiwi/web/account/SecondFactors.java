package dev.kiwi.web.account;

import dev.kiwi.api.account.DisableSecondFactor;
import dev.kiwi.api.account.EnableSecondFactor;
import dev.kiwi.api.account.LoginState;
import dev.kiwi.api.account.ReadLoginState;
import dev.kiwi.api.account.RemoveSecondFactors;
import dev.kiwi.api.account.ReplaceRecoveryCodes;
import dev.kiwi.api.account.SpendRecoveryCode;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.PasswordHasher;
import dev.kiwi.command.account.SecondFactorClaims;
import dev.kiwi.command.account.SecondFactorVault;
import dev.kiwi.command.account.SecondFactorVault.Accepted;
import dev.kiwi.command.account.SecondFactorVault.Verdict;
import dev.kiwi.command.account.passkey.PasskeyVault;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.HeldRequests;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.DetachedWork;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The acts around an account's authenticator and recovery codes: secrets stay in the vault, what happened becomes an event. */
@Component
class SecondFactors {
    private static final Logger LOG = LoggerFactory.getLogger(SecondFactors.class);

    private final SecondFactorVault vault;
    private final PasskeyVault passkeys;
    private final Commands commands;
    private final PasswordHasher hasher;
    private final Claims claims;
    private final BlockingWork blocking;
    private final HeldRequests held;
    private final RateLimits limits;
    private final Buckets buckets;

    SecondFactors(
            SecondFactorVault vault,
            PasskeyVault passkeys,
            Commands commands,
            PasswordHasher hasher,
            Claims claims,
            BlockingWork blocking,
            HeldRequests held,
            RateLimits limits,
            Buckets buckets) {
        this.vault = vault;
        this.passkeys = passkeys;
        this.commands = commands;
        this.hasher = hasher;
        this.claims = claims;
        this.blocking = blocking;
        this.held = held;
        this.limits = limits;
        this.buckets = buckets;
    }

    /**
     * @param enabled whether a login with the password needs a second factor
     * @param authenticator whether codes of one are it; there may be passkeys as well
     * @param recoveryCodesLeft 0 without a second factor
     */
    record Status(boolean enabled, boolean authenticator, int recoveryCodesLeft) {}

    Mono<Status> status(String accountId) {
        return blocking.call(() -> SecondFactorClaims.isEnabled(claims, accountId)
                ? new Status(
                        true,
                        SecondFactorClaims.hasAuthenticator(claims, accountId),
                        vault.recoveryCodesLeft(accountId))
                : new Status(false, false, 0));
    }

    /** A secret for the owner's authenticator; nothing needs it before it is confirmed. */
    Mono<String> begin(Caller.Session owner, String password, ServerWebExchange exchange) {
        return expectNoAuthenticator(owner.accountId())
                .then(blocking.call(() -> SecondFactorClaims.isEnabled(claims, owner.accountId())))
                .flatMap(enabled -> enabled ? shown(owner) : Mono.<Void>empty())
                .then(Mono.defer(() -> checkPassword(owner.accountId(), password, exchange)))
                .then(blocking.call(() -> vault.begin(owner.accountId()).orElseThrow(SecondFactors::thereIsOne)));
    }

    /** Answers with the recovery codes; with none where the account's passkeys have brought some already. */
    Mono<List<String>> confirm(String accountId, String code, ServerWebExchange exchange) {
        return expectNoAuthenticator(accountId)
                .then(blocking.call(() -> vault.check(accountId, code, Accepted.NEW_AUTHENTICATOR)))
                .doOnNext(SecondFactors::refuseIfNotRight)
                .then(codesOfTheFirst(accountId))
                .flatMap(codes -> decide(new EnableSecondFactor(accountId, codes.size()), accountId, codes, exchange)
                        .thenReturn(codes));
    }

    /** Recovery codes for an account whose first second factor is being made, to be decided with it; none for others. */
    Mono<List<String>> codesOfTheFirst(String accountId) {
        return blocking.call(
                () -> SecondFactorClaims.isEnabled(claims, accountId) ? List.of() : vault.mintRecoveryCodes());
    }

    /** Sends a command that brings recovery codes and stores them once it is decided, also for a client that hangs up. */
    <R> Mono<Dispatched<R>> decide(Object command, String accountId, List<String> codes, ServerWebExchange exchange) {
        Mono<Dispatched<R>> decided = commands.<R>sendAndAwait(command, exchange, Projection.SESSION)
                .flatMap(done -> keep(accountId, codes).thenReturn(done));
        return DetachedWork.of(() -> decided, LOG, "The browser has gone before its answer");
    }

    private Mono<Void> keep(String accountId, List<String> codes) {
        return codes.isEmpty() ? Mono.empty() : blocking.run(() -> vault.keepRecoveryCodes(accountId, codes));
    }

    /** Refused with {@code invalid_credentials} for a wrong or used code, with {@code account_locked} after many. */
    Mono<Void> show(String accountId, String code, ServerWebExchange exchange) {
        return expectAny(accountId)
                .then(blocking.call(() -> vault.check(accountId, code, accepted(accountId))))
                .doOnNext(SecondFactors::refuseIfNotRight)
                .flatMap(verdict -> verdict instanceof Verdict.RightOnce once
                        ? commands.sendAndAwait(
                                        new SpendRecoveryCode(accountId, once.left()), exchange, Projection.SESSION)
                                .then()
                        : Mono.empty());
    }

    /** A secret that nobody has confirmed opens nothing. */
    private Accepted accepted(String accountId) {
        return SecondFactorClaims.hasAuthenticator(claims, accountId) ? Accepted.EITHER : Accepted.RECOVERY_CODE;
    }

    /** Answers with new recovery codes; the old ones are dead. */
    Mono<List<String>> replaceRecoveryCodes(String accountId, ServerWebExchange exchange) {
        return expectAny(accountId)
                .then(blocking.call(vault::mintRecoveryCodes))
                .flatMap(codes -> decide(new ReplaceRecoveryCodes(accountId, codes.size()), accountId, codes, exchange)
                        .thenReturn(codes));
    }

    /** The authenticator; passkeys stay. Does nothing when there is none. */
    Mono<Void> disable(String accountId, ServerWebExchange exchange) {
        return blocking.call(() -> SecondFactorClaims.hasAuthenticator(claims, accountId))
                .filter(there -> there)
                .flatMap(there ->
                        commands.sendAndAwait(new DisableSecondFactor(accountId), exchange, Projection.SESSION))
                .flatMap(disabled -> blocking.run(() -> {
                    vault.forgetSecret(accountId);
                    forgetCodesAfterTheLast(accountId);
                }));
    }

    /** Authenticator and passkeys, for somebody who has lost them. Does nothing when there is none. */
    Mono<Void> removeAll(String accountId, ServerWebExchange exchange) {
        return blocking.call(() -> SecondFactorClaims.isEnabled(claims, accountId))
                .filter(enabled -> enabled)
                .flatMap(enabled ->
                        commands.sendAndAwait(new RemoveSecondFactors(accountId), exchange, Projection.SESSION))
                .flatMap(removed -> blocking.run(() -> {
                    vault.forget(accountId);
                    passkeys.forgetAll(accountId);
                }));
    }

    /** Recovery codes stand in for a factor, so they go with the last one. Blocks. */
    void forgetCodesAfterTheLast(String accountId) {
        if (!SecondFactorClaims.isEnabled(claims, accountId)) {
            vault.forget(accountId);
        }
    }

    private Mono<Void> expectAny(String accountId) {
        return blocking.run(() -> {
            if (!SecondFactorClaims.isEnabled(claims, accountId)) {
                throw new Refusal(ErrorCode.CONFLICT, "There is no second factor.");
            }
        });
    }

    private Mono<Void> expectNoAuthenticator(String accountId) {
        return blocking.run(() -> {
            if (SecondFactorClaims.hasAuthenticator(claims, accountId)) {
                throw thereIsOne();
            }
        });
    }

    private static Refusal thereIsOne() {
        return new Refusal(ErrorCode.CONFLICT, "There is an authenticator; disable it first.");
    }

    /**
     * Whoever has a factor shows it before another one is made. Gates ask for it too, but they may have seen the account
     * before it had its first one.
     */
    static Mono<Void> shown(Caller.Session owner) {
        return owner.factorShown()
                ? Mono.empty()
                : Mono.error(() ->
                        new Refusal(ErrorCode.STEP_UP_REQUIRED, "Show your second factor again, then repeat this."));
    }

    /** Refused with {@code invalid_credentials}. */
    Mono<Void> checkPassword(String accountId, @Nullable String password, ServerWebExchange exchange) {
        return limits.pay(exchange, buckets.reauthentication(accountId))
                .then(commands.<LoginState>send(new ReadLoginState(accountId), exchange))
                .map(read -> Objects.requireNonNull(read.result()))
                .flatMap(state -> Mono.fromFuture(
                        () -> hasher.verify(Objects.requireNonNullElse(password, ""), state.passwordHash())))
                .doOnNext(matches -> {
                    if (!matches) {
                        throw new Refusal(ErrorCode.INVALID_CREDENTIALS, "The password is wrong.");
                    }
                })
                .then();
    }

    private static void refuseIfNotRight(Verdict verdict) {
        switch (verdict) {
            case Verdict.Right _, Verdict.RightOnce _ -> {}
            case Verdict.Wrong _ ->
                throw new Refusal(ErrorCode.INVALID_CREDENTIALS, "The code is wrong, too old, or was used.");
            case Verdict.Locked locked ->
                throw new Refusal(
                        ErrorCode.ACCOUNT_LOCKED,
                        "Too many wrong codes; try again later.",
                        Map.of("retry_after", Math.max(1, locked.remaining().toSeconds())));
        }
    }
}
