package dev.kiwi.web.token;

import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.account.FindAccount;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.token.FindToken;
import dev.kiwi.api.token.ListTokens;
import dev.kiwi.api.token.Revocation;
import dev.kiwi.api.token.RevokeToken;
import dev.kiwi.api.token.TokenList;
import dev.kiwi.api.token.TokenView;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.gate.StepUp;
import dev.kiwi.web.http.EntityId;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Everybody's tokens, for administrators (platform.md 15.1). */
@RestController
@RequestMapping("/admin")
@Gate(Gate.Kind.SUPERUSER_SESSION)
class AdminTokenController {
    private static final String REASON = "Revoked by an administrator";

    private final Commands commands;
    private final Queries queries;

    AdminTokenController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @GetMapping("/users/{id}/tokens")
    @ReadsFrom({Projection.ACCOUNT, Projection.TOKEN})
    Mono<List<AdminTokenView>> list(@PathVariable @EntityId String id) {
        return tokens(id)
                .map(tokens -> tokens.items().stream().map(AdminTokenView::of).toList());
    }

    record RevokedTokens(long revoked) {}

    /** Every token that is not revoked, also those that have ended or are disabled. */
    @DeleteMapping("/users/{id}/tokens")
    @StepUp
    Mono<RevokedTokens> revokeAll(@PathVariable @EntityId String id, ServerWebExchange exchange) {
        return tokens(id)
                .flatMapIterable(TokenList::items)
                .filter(token -> token.revocation() == null)
                // One after the other, so that the last position is the answer's.
                .concatMap(token -> commands.<Revocation>sendAndAwait(
                        new RevokeToken(token.id(), null, REASON), exchange, Projection.TOKEN))
                .filter(done -> done.position() >= 0)
                .count()
                .map(RevokedTokens::new);
    }

    private Mono<TokenList> tokens(String accountId) {
        return queries.ask(new FindAccount(accountId), AccountView.class)
                .then(Mono.defer(() -> queries.ask(new ListTokens(accountId), TokenList.class)));
    }

    @PostMapping("/tokens/{id}/revoke")
    @StepUp
    Mono<AdminTokenView> revoke(@PathVariable @EntityId String id, ServerWebExchange exchange) {
        return commands.<Revocation>sendAndAwait(new RevokeToken(id, null, REASON), exchange, Projection.TOKEN)
                .flatMap(done -> queries.ask(new FindToken(id), TokenView.class)
                        .map(token -> token.revoked(Objects.requireNonNull(done.result()))))
                .map(AdminTokenView::of);
    }
}
