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
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import java.security.SecureRandom;
import java.util.Objects;
import org.bson.types.ObjectId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Makes a token's secret and has the token minted; the secret leaves this class only in the answer. */
@Component
class Minting {
    private final Commands commands;
    private final Queries queries;
    private final RateLimits limits;
    private final Buckets buckets;
    private final BlockingWork blocking;
    private final String brand;
    private final boolean requireVerified;
    private final SecureRandom random = new SecureRandom();

    Minting(
            Commands commands,
            Queries queries,
            RateLimits limits,
            Buckets buckets,
            BlockingWork blocking,
            @Value("${API_TOKEN_PREFIX:kiwi}") String brand,
            @Value("${REQUIRE_VERIFIED_FOR_TOKENS:true}") boolean requireVerified) {
        this.commands = commands;
        this.queries = queries;
        this.limits = limits;
        this.buckets = buckets;
        this.blocking = blocking;
        this.brand = brand;
        this.requireVerified = requireVerified;
    }

    Mono<ResponseEntity<TokenCreated>> mint(Caller.Session caller, MintBody body, ServerWebExchange exchange) {
        String accountId = caller.accountId();
        return verified(caller)
                .doOnNext(verified -> Refusal.ifViolated(new OwnerIsVerified(verified)))
                // Paid also when the allowlist or the mask is refused below; not given back by a revocation.
                .then(limits.pay(exchange, buckets.tokenCreation(accountId)))
                // A random source may block when it seeds itself.
                .then(blocking.call(() -> TokenText.mint(brand, random)))
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
                minted -> created(view(command, Objects.requireNonNull(minted)), text),
                Projection.TOKEN);
    }

    private static ResponseEntity<TokenCreated> created(TokenView token, TokenText text) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new TokenCreated(TokenPublic.of(token), text.text()));
    }

    private static TokenView view(MintToken command, MintedToken minted) {
        return new TokenView(
                command.tokenId(),
                command.accountId(),
                command.name(),
                command.prefix(),
                command.scopes(),
                minted.allowedIps(),
                null,
                minted.mintedAt(),
                null,
                null,
                minted.expiresAt(),
                0);
    }
}
