package dev.kiwi.web.token;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.token.FindToken;
import dev.kiwi.api.token.TokenView;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.gate.TokenBudgets;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.limit.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells a bot what its token is, so that it need not find out by failing. */
@RestController
@Tag(name = "token", description = "The API token that the call is made with")
@Gate(Gate.Kind.TOKEN)
class WhoamiController {
    private final Queries queries;
    private final TokenBudgets budgets;
    private final RateLimits limits;

    WhoamiController(Queries queries, TokenBudgets budgets, RateLimits limits) {
        this.queries = queries;
        this.budgets = budgets;
        this.limits = limits;
    }

    @GetMapping("/v1/whoami")
    @ReadsFrom(Projection.TOKEN)
    @Operation(
            operationId = "getWhoami",
            summary = "Show what the token is and may do",
            description =
                    "For any token, whatever its scopes. `scope_names` has every scope that it carries; a mask of 0 "
                            + "carries all. `limits` shows what is left in each of its budgets, this call already "
                            + "counted; the `token` bucket is the one that most calls spend. An operation that needs a scope "
                            + "which the token lacks answers 403 `insufficient_scope` and names it: "
                            + "`\"details\": {\"required\": \"leaderboards:read\"}`.")
    Mono<Whoami> whoami(Caller.Token caller, ServerWebExchange exchange) {
        return queries.ask(new FindToken(caller.tokenId()), TokenView.class)
                .flatMap(token -> limits.look(budgets.of(caller, token.scopes()))
                        .map(states -> Whoami.of(token, ClientIp.of(exchange), states)));
    }
}
