package dev.kiwi.web.token;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.token.DisableToken;
import dev.kiwi.api.token.EditToken;
import dev.kiwi.api.token.EnableToken;
import dev.kiwi.api.token.FindToken;
import dev.kiwi.api.token.ListTokens;
import dev.kiwi.api.token.Revocation;
import dev.kiwi.api.token.RevokeToken;
import dev.kiwi.api.token.TokenList;
import dev.kiwi.api.token.TokenState;
import dev.kiwi.api.token.TokenView;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.gate.StepUp;
import dev.kiwi.web.http.EntityId;
import dev.kiwi.web.http.StorableText;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The caller's own tokens (platform.md 6.5). */
@RestController
@RequestMapping("/tokens")
@Gate(Gate.Kind.SESSION)
class TokenController {
    private final Minting minting;
    private final Rotation rotation;
    private final Commands commands;
    private final Queries queries;
    private final RateLimits limits;
    private final Buckets buckets;

    TokenController(
            Minting minting,
            Rotation rotation,
            Commands commands,
            Queries queries,
            RateLimits limits,
            Buckets buckets) {
        this.minting = minting;
        this.rotation = rotation;
        this.commands = commands;
        this.queries = queries;
        this.limits = limits;
        this.buckets = buckets;
    }

    record RevokeBody(
            @NotNull @Size(min = 1, max = 200) @StorableText String reason) {}

    @PostMapping
    @StepUp
    Mono<ResponseEntity<TokenCreated>> mint(
            @Valid @RequestBody MintBody body, Caller.Session caller, ServerWebExchange exchange) {
        return minting.mint(caller, body, exchange);
    }

    @GetMapping
    @ReadsFrom(Projection.TOKEN)
    Mono<List<TokenPublic>> list(Caller caller) {
        return queries.ask(new ListTokens(account(caller)), TokenList.class)
                .map(tokens -> tokens.items().stream().map(TokenPublic::of).toList());
    }

    @PatchMapping("/{id}")
    @StepUp
    Mono<TokenPublic> edit(
            @PathVariable @EntityId String id,
            @Valid @RequestBody EditBody body,
            Caller caller,
            ServerWebExchange exchange) {
        return changed(id, new EditToken(id, account(caller), body.name(), body.allowedIps()), exchange);
    }

    @PostMapping("/{id}/disable")
    Mono<TokenPublic> disable(@PathVariable @EntityId String id, Caller caller, ServerWebExchange exchange) {
        return switched(id, new DisableToken(id, account(caller)), caller, exchange);
    }

    @PostMapping("/{id}/enable")
    @StepUp
    Mono<TokenPublic> enable(@PathVariable @EntityId String id, Caller caller, ServerWebExchange exchange) {
        return switched(id, new EnableToken(id, account(caller)), caller, exchange);
    }

    @PostMapping("/{id}/rotate")
    @StepUp
    Mono<ResponseEntity<TokenCreated>> rotate(
            @PathVariable @EntityId String id,
            @Valid @RequestBody(required = false) @Nullable RotateBody body,
            Caller caller,
            ServerWebExchange exchange) {
        return rotation.rotate(account(caller), id, RotateBody.overlap(body), exchange);
    }

    @PostMapping("/{id}/revoke")
    Mono<TokenPublic> revoke(
            @PathVariable @EntityId String id,
            @Valid @RequestBody RevokeBody body,
            Caller caller,
            ServerWebExchange exchange) {
        return commands.<Revocation>sendAndAwait(
                        new RevokeToken(id, account(caller), body.reason()), exchange, Projection.TOKEN)
                .flatMap(done -> queries.ask(new FindToken(id), TokenView.class)
                        // The command's answer counts, also when the read model is late.
                        .map(token -> token.revoked(Objects.requireNonNull(done.result()))))
                .map(TokenPublic::of);
    }

    /** Each of these is an event that webhooks are told of; there is no end to them otherwise. */
    private Mono<TokenPublic> switched(String id, Object command, Caller caller, ServerWebExchange exchange) {
        return limits.pay(exchange, buckets.tokenSwitch(account(caller)))
                .then(Mono.defer(() -> changed(id, command, exchange)));
    }

    private Mono<TokenPublic> changed(String id, Object command, ServerWebExchange exchange) {
        return commands.<TokenState>sendAndAwait(command, exchange, Projection.TOKEN)
                .flatMap(done -> queries.ask(new FindToken(id), TokenView.class)
                        .map(token -> token.in(Objects.requireNonNull(done.result()))))
                .map(TokenPublic::of);
    }

    private static String account(Caller caller) {
        return Objects.requireNonNull(caller.accountId(), "the session gate lets only accounts pass");
    }
}
