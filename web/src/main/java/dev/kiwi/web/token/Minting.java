package dev.kiwi.web.token;

import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.account.FindAccount;
import dev.kiwi.api.formats.token.TokenText;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.token.MintToken;
import dev.kiwi.api.token.MintedToken;
import dev.kiwi.api.token.TokenView;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import java.util.Objects;
import org.bson.types.ObjectId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Has a token minted; its secret leaves this class only in the answer. */
@Component
class Minting {
    private final Commands commands;
    private final Queries queries;
    private final RateLimits limits;
    private final Buckets buckets;
    private final NewSecrets secrets;
    private final boolean requireVerified;

    Minting(
            Commands commands,
            Queries queries,
            RateLimits limits,
            Buckets buckets,
            NewSecrets secrets,
            @Value("${REQUIRE_VERIFIED_FOR_TOKENS:true}") boolean requireVerified) {
        this.commands = commands;
        this.queries = queries;
        this.limits = limits;
        this.buckets = buckets;
        this.secrets = secrets;
        this.requireVerified = requireVerified;
    }

    Mono<ResponseEntity<TokenCreated>> mint(Caller.Session caller, MintBody body, ServerWebExchange exchange) {
        String accountId = caller.accountId();
        return verified(caller)
                .doOnNext(verified -> Refusal.ifViolated(new OwnerIsVerified(verified)))
                // Paid also when the allowlist or the mask is refused below; not given back by a revocation.
                .then(limits.pay(exchange, buckets.tokenCreation(accountId)))
                .then(secrets.next())
                .flatMap(text -> send(accountId, body, text, exchange));
    }

    /** Asks again when the caller is said not to be, because that may have changed a moment ago. */
    private Mono<Boolean> verified(Caller.Session caller) {
        return !requireVerified || caller.verified()
                ? Mono.just(true)
                : queries.ask(new FindAccount(caller.accountId()), AccountView.class)
                        .map(AccountView::verified);
    }

    private Mono<ResponseEntity<TokenCreated>> send(
            String accountId, MintBody body, TokenText text, ServerWebExchange exchange) {
        MintToken command = new MintToken(
                ObjectId.get().toHexString(),
                accountId,
                body.name(),
                text.prefix(),
                text.hash(),
                body.mask(),
                body.allowlist(),
                body.lifetime());
        return commands.<MintedToken, TokenCreated>answer(
                command,
                exchange,
                minted -> TokenCreated.answer(HttpStatus.CREATED, view(command, Objects.requireNonNull(minted)), text),
                Projection.TOKEN);
    }

    private static TokenView view(MintToken command, MintedToken minted) {
        return new TokenView(
                command.tokenId(),
                command.accountId(),
                command.name(),
                command.prefix(),
                command.scopes(),
                minted.allowedIps(),
                false,
                null,
                minted.mintedAt(),
                null,
                null,
                null,
                minted.expiresAt(),
                0);
    }
}
