package dev.kiwi.web.account;

import dev.kiwi.api.account.DisableSecondFactor;
import dev.kiwi.api.account.EnableSecondFactor;
import dev.kiwi.api.account.LoginState;
import dev.kiwi.api.account.ReadLoginState;
import dev.kiwi.api.account.ReplaceRecoveryCodes;
import dev.kiwi.api.account.SpendRecoveryCode;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.PasswordHasher;
import dev.kiwi.command.account.SecondFactorClaims;
import dev.kiwi.command.account.SecondFactorVault;
import dev.kiwi.command.account.SecondFactorVault.Verdict;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.http.BlockingWork;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The acts around an account's second factor: secrets stay in the vault, what happened becomes an event. */
@Component
class SecondFactors {
    private final SecondFactorVault vault;
    private final Commands commands;
    private final PasswordHasher hasher;
    private final Claims claims;
    private final BlockingWork blocking;

    SecondFactors(
            SecondFactorVault vault, Commands commands, PasswordHasher hasher, Claims claims, BlockingWork blocking) {
        this.vault = vault;
        this.commands = commands;
        this.hasher = hasher;
        this.claims = claims;
        this.blocking = blocking;
    }

    /** @param recoveryCodesLeft 0 without a second factor */
    record Status(boolean enabled, int recoveryCodesLeft) {}

    Mono<Status> status(String accountId) {
        return blocking.call(() -> SecondFactorClaims.isEnabled(claims, accountId)
                ? new Status(true, vault.recoveryCodesLeft(accountId))
                : new Status(false, 0));
    }

    /** A secret for the owner's authenticator; nothing needs it before it is confirmed. */
    Mono<String> begin(String accountId, String password, ServerWebExchange exchange) {
        return expect(false, accountId)
                .then(Mono.defer(() -> checkPassword(accountId, password, exchange)))
                .then(blocking.call(() -> vault.begin(accountId)));
    }

    /** Answers with the recovery codes. */
    Mono<List<String>> confirm(String accountId, String code, ServerWebExchange exchange) {
        return expect(false, accountId)
                .then(blocking.call(() -> vault.check(accountId, code, false)))
                .doOnNext(SecondFactors::refuseIfNotRight)
                .then(blocking.call(() -> vault.newRecoveryCodes(accountId)))
                .flatMap(codes -> commands.sendAndAwait(
                                new EnableSecondFactor(accountId, codes.size()), exchange, Projection.SESSION)
                        .thenReturn(codes));
    }

    /** Refused with {@code invalid_credentials} for a wrong or used code, with {@code account_locked} after many. */
    Mono<Void> show(String accountId, String code, ServerWebExchange exchange) {
        return expect(true, accountId)
                .then(blocking.call(() -> vault.check(accountId, code, true)))
                .doOnNext(SecondFactors::refuseIfNotRight)
                .flatMap(verdict -> verdict instanceof Verdict.RightOnce once
                        ? commands.sendAndAwait(
                                        new SpendRecoveryCode(accountId, once.left()), exchange, Projection.SESSION)
                                .then()
                        : Mono.empty());
    }

    /** Answers with new recovery codes; the old ones are dead. */
    Mono<List<String>> replaceRecoveryCodes(String accountId, ServerWebExchange exchange) {
        return expect(true, accountId)
                .then(blocking.call(() -> vault.newRecoveryCodes(accountId)))
                .flatMap(codes -> commands.sendAndAwait(
                                new ReplaceRecoveryCodes(accountId, codes.size()), exchange, Projection.SESSION)
                        .thenReturn(codes));
    }

    /** Does nothing when there is none. */
    Mono<Void> disable(String accountId, ServerWebExchange exchange) {
        return blocking.call(() -> SecondFactorClaims.isEnabled(claims, accountId))
                .filter(enabled -> enabled)
                .flatMap(enabled ->
                        commands.sendAndAwait(new DisableSecondFactor(accountId), exchange, Projection.SESSION))
                .flatMap(disabled -> blocking.run(() -> vault.forget(accountId)));
    }

    private Mono<Void> expect(boolean enabled, String accountId) {
        return blocking.run(() -> {
            if (SecondFactorClaims.isEnabled(claims, accountId) != enabled) {
                throw new Refusal(
                        ErrorCode.CONFLICT,
                        enabled ? "There is no second factor." : "There is a second factor; disable it first.");
            }
        });
    }

    private Mono<Void> checkPassword(String accountId, String password, ServerWebExchange exchange) {
        return commands.<LoginState>send(new ReadLoginState(accountId), exchange)
                .map(read -> Objects.requireNonNull(read.result()))
                .flatMap(state -> Mono.fromFuture(() -> hasher.verify(password, state.passwordHash())))
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
