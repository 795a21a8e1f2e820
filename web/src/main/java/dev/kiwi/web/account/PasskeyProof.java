package dev.kiwi.web.account;

import dev.kiwi.api.account.PasskeyPurpose;
import dev.kiwi.api.account.ReportPasskeyCounter;
import dev.kiwi.api.account.UsePasskey;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.passkey.PasskeyVault;
import dev.kiwi.command.account.passkey.PasskeyVault.Descriptor;
import dev.kiwi.command.account.passkey.PasskeyVault.Verdict;
import dev.kiwi.command.account.passkey.RelyingParty;
import dev.kiwi.web.account.passkey.AssertionJson;
import dev.kiwi.web.account.passkey.Intent;
import dev.kiwi.web.account.passkey.PasskeyChallenges;
import dev.kiwi.web.account.passkey.RequestOptions;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.http.BlockingWork;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * From a challenge to the account whose passkey has signed it. Whatever is wrong, the answer is the same, and the
 * challenge is spent.
 */
@Component
class PasskeyProof {
    private final PasskeyChallenges challenges;
    private final PasskeyVault vault;
    private final RelyingParty party;
    private final Commands commands;
    private final BlockingWork blocking;

    PasskeyProof(
            PasskeyChallenges challenges,
            PasskeyVault vault,
            RelyingParty party,
            Commands commands,
            BlockingWork blocking) {
        this.challenges = challenges;
        this.vault = vault;
        this.party = party;
        this.commands = commands;
        this.blocking = blocking;
    }

    /** Any passkey that the person chooses. */
    Mono<RequestOptions> askAnybody(Intent intent) {
        return ask(intent, List.of());
    }

    /** One of the account's; refused with {@code conflict} when it has none. */
    Mono<RequestOptions> ask(Intent intent, String accountId) {
        return blocking.call(() -> vault.of(accountId)).flatMap(held -> {
            if (held.isEmpty()) {
                throw new Refusal(ErrorCode.CONFLICT, "There is no passkey.");
            }
            return ask(intent, held);
        });
    }

    private Mono<RequestOptions> ask(Intent intent, List<Descriptor> held) {
        return challenges.make(intent).map(challenge -> RequestOptions.of(party, challenge, held));
    }

    /** Answers with the account's id; refused with {@code invalid_credentials}. */
    Mono<String> prove(
            String challenge,
            AssertionJson answer,
            Predicate<Intent> fits,
            PasskeyPurpose purpose,
            ServerWebExchange exchange) {
        return challenges
                .take(challenge)
                .filter(fits)
                .flatMap(intent -> blocking.call(() -> vault.check(challenge, answer.asserted(), intent.accountId())))
                .flatMap(verdict -> settled(verdict, purpose, exchange))
                .onErrorResume(PasskeyProof::isGone, gone -> Mono.empty())
                .switchIfEmpty(Mono.error(() -> new Refusal(
                        ErrorCode.INVALID_CREDENTIALS, "The passkey or its challenge is not good; begin again.")));
    }

    /** Empty when it counts for nothing. */
    private Mono<String> settled(Verdict verdict, PasskeyPurpose purpose, ServerWebExchange exchange) {
        return switch (verdict) {
            case Verdict.Right right ->
                commands.sendAndAwait(
                                new UsePasskey(right.accountId(), right.passkeyId(), purpose, right.synced()),
                                exchange,
                                Projection.SESSION)
                        .thenReturn(right.accountId());
            case Verdict.Wrong _ -> Mono.empty();
            case Verdict.CounterWentBack back ->
                commands.sendAndAwait(
                                new ReportPasskeyCounter(
                                        back.accountId(), back.passkeyId(), back.lastCount(), back.presentedCount()),
                                exchange,
                                Projection.SESSION)
                        .then(Mono.empty());
        };
    }

    /** A key whose passkey was removed meanwhile. */
    private static boolean isGone(Throwable error) {
        return error instanceof Refusal refusal && refusal.code() == ErrorCode.NOT_FOUND;
    }
}
