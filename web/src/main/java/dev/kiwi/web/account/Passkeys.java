package dev.kiwi.web.account;

import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.account.AddPasskey;
import dev.kiwi.api.account.FindAccount;
import dev.kiwi.api.account.ListPasskeys;
import dev.kiwi.api.account.PasskeyList;
import dev.kiwi.api.account.RemovePasskey;
import dev.kiwi.api.account.RenamePasskey;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.SecondFactorClaims;
import dev.kiwi.command.account.passkey.PasskeyVault;
import dev.kiwi.command.account.passkey.PasskeyVault.Registration;
import dev.kiwi.command.account.passkey.PasskeyVault.Registration.Stored;
import dev.kiwi.command.account.passkey.RelyingParty;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.web.account.passkey.AttestationJson;
import dev.kiwi.web.account.passkey.CreationOptions;
import dev.kiwi.web.account.passkey.Intent;
import dev.kiwi.web.account.passkey.Intent.Purpose;
import dev.kiwi.web.account.passkey.PasskeyChallenges;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.HeldRequests;
import dev.kiwi.web.http.BlockingWork;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The acts around an account's own passkeys: keys stay in the vault, what happened becomes an event. */
@Component
class Passkeys {
    private final PasskeyChallenges challenges;
    private final PasskeyVault vault;
    private final RelyingParty party;
    private final SecondFactors factors;
    private final Commands commands;
    private final Queries queries;
    private final Claims claims;
    private final BlockingWork blocking;
    private final HeldRequests held;

    Passkeys(
            PasskeyChallenges challenges,
            PasskeyVault vault,
            RelyingParty party,
            SecondFactors factors,
            Commands commands,
            Queries queries,
            Claims claims,
            BlockingWork blocking,
            HeldRequests held) {
        this.challenges = challenges;
        this.vault = vault;
        this.party = party;
        this.factors = factors;
        this.commands = commands;
        this.queries = queries;
        this.claims = claims;
        this.blocking = blocking;
        this.held = held;
    }

    /** @param recoveryCodes made with the account's first second factor, which are not shown again; else empty */
    record Added(PasskeyPublic passkey, List<String> recoveryCodes) {
        /** Hides the codes, so that they never reach a log. */
        @Override
        public String toString() {
            return "Added[hidden]";
        }
    }

    Mono<List<PasskeyPublic>> list(String accountId) {
        return queries.ask(new ListPasskeys(accountId), PasskeyList.class)
                .map(passkeys ->
                        passkeys.items().stream().map(PasskeyPublic::of).toList());
    }

    /**
     * @param owner stepped up, if there is a second factor
     * @param password needed while there is none
     */
    Mono<CreationOptions> begin(Caller.Session owner, @Nullable String password, ServerWebExchange exchange) {
        String accountId = owner.accountId();
        return blocking.call(() -> SecondFactorClaims.isEnabled(claims, accountId))
                .flatMap(enabled ->
                        enabled ? SecondFactors.shown(owner) : factors.checkPassword(accountId, password, exchange))
                .then(queries.ask(new FindAccount(accountId), AccountView.class))
                .flatMap(account -> blocking.call(() -> vault.of(accountId))
                        .flatMap(held -> challenges
                                .make(intent(owner))
                                .map(challenge -> CreationOptions.of(
                                        party,
                                        accountId,
                                        Objects.requireNonNullElse(account.email(), accountId),
                                        challenge,
                                        held))));
    }

    /** Refused with {@code bad_request} when the answer does not fit, with {@code conflict} when it cannot be added. */
    Mono<Added> finish(
            Caller.Session owner, String name, String challenge, AttestationJson answer, ServerWebExchange exchange) {
        return challenges
                .take(challenge)
                .filter(intent(owner)::equals)
                .flatMap(intent -> blocking.call(() -> vault.add(owner.accountId(), challenge, answer.attested())))
                .defaultIfEmpty(new Registration.Wrong())
                .flatMap(registration -> add(owner.accountId(), name, stored(registration), exchange));
    }

    private static Intent intent(Caller.Session owner) {
        return new Intent(Purpose.REGISTRATION, owner.accountId(), owner.sessionId());
    }

    private static Stored stored(Registration registration) {
        return switch (registration) {
            case Stored stored -> stored;
            case Registration.Wrong _ ->
                throw new Refusal(
                        ErrorCode.BAD_REQUEST, "The authenticator's answer or its challenge is not good; begin again.");
            case Registration.Known _ -> throw new Refusal(ErrorCode.CONFLICT, "This passkey is registered already.");
        };
    }

    /** A key without its event opens nothing; it goes again when the command is refused. */
    private Mono<Added> add(String accountId, String name, Stored stored, ServerWebExchange exchange) {
        return held.requireSession(exchange)
                .then(factors.codesOfTheFirst(accountId))
                .flatMap(codes -> factors.<Instant>decide(
                                new AddPasskey(
                                        accountId,
                                        stored.passkeyId(),
                                        stored.credentialHash(),
                                        name,
                                        stored.synced(),
                                        codes.size()),
                                accountId,
                                codes,
                                exchange)
                        .map(added -> new Added(
                                new PasskeyPublic(
                                        stored.passkeyId(),
                                        name,
                                        stored.synced(),
                                        Objects.requireNonNull(added.result()),
                                        null),
                                codes)))
                .onErrorResume(error ->
                        blocking.run(() -> forgetIfRefused(accountId, stored)).then(Mono.error(error)));
    }

    /** An error may come after the commit, and a passkey without its key would lock its owner out. */
    private void forgetIfRefused(String accountId, Stored stored) {
        if (!SecondFactorClaims.isPasskey(claims, accountId, stored.credentialHash())) {
            vault.forget(stored.passkeyId());
        }
    }

    Mono<PasskeyPublic> rename(String accountId, String passkeyId, String name, ServerWebExchange exchange) {
        return commands.sendAndAwait(new RenamePasskey(accountId, passkeyId, name), exchange, Projection.SESSION)
                .then(list(accountId))
                .flatMapIterable(passkeys -> passkeys)
                .filter(passkey -> passkey.id().equals(passkeyId))
                .next()
                // What was decided counts, also when the read model is late.
                .map(passkey -> passkey.named(name))
                .switchIfEmpty(Mono.error(() -> new Refusal(
                        ErrorCode.SERVICE_UNAVAILABLE, "The passkey has its name; it can be shown in a moment.")));
    }

    Mono<Void> remove(String accountId, String passkeyId, ServerWebExchange exchange) {
        return commands.sendAndAwait(new RemovePasskey(accountId, passkeyId), exchange, Projection.SESSION)
                .then(blocking.run(() -> {
                    vault.forget(passkeyId);
                    factors.forgetCodesAfterTheLast(accountId);
                }));
    }
}
