package dev.kiwi.web.leaderboard;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.api.leaderboard.CheaterReport;
import dev.kiwi.api.leaderboard.GetCheaters;
import dev.kiwi.api.leaderboard.GetCheaters.Published;
import dev.kiwi.api.leaderboard.ListRenames;
import dev.kiwi.api.leaderboard.ListRenames.Renames;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.StorableText;
import dev.kiwi.web.paging.WeakEtag;
import dev.kiwi.web.responsecache.SharedResponse;
import dev.kiwi.web.responsecache.Unshared;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who looks like a cheater, and who took another name (leaderboards.md 16, 18); serves what was found before. */
@RestController
@Tag(name = "leaderboards")
@Gate(value = Gate.Kind.PUBLIC, scope = "leaderboards:read")
class CheaterController {
    private final Queries queries;
    private final IntSupplier maxAge;

    CheaterController(Queries queries, RuntimeSettings settings) {
        this.queries = queries;
        this.maxAge = settings.integer("cheaters_cache_ttl_seconds");
    }

    @GetMapping("/v1/leaderboards/cheaters")
    @Operation(
            operationId = "getCheaters",
            summary = "Show who looks like a cheater, and why",
            description =
                    "Made of the newest capture and its week, some seconds after it was filed. Players are flagged by"
                            + " scores, steps and gains far from those of a board's leaders; clusters are accounts whose gains,"
                            + " hours or names go together. `confidence` is from 0 to 1; below 0.9 there are honest leaders."
                            + " Each `summary` says what was seen, against what, and `measurements` has the numbers.")
    Mono<ResponseEntity<CheaterReport>> cheaters(ServerWebExchange exchange) {
        return queries.ask(new GetCheaters(), Published.class).flatMap(published -> {
            exchange.getResponse().getHeaders().set(HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAge.getAsInt());
            return WeakEtag.answer(exchange, WeakEtag.of(published.version()), () -> Mono.just(published.report()));
        });
    }

    @GetMapping("/v1/leaderboards/renames")
    @SharedResponse
    @Gate(value = Gate.Kind.SCOPE, scope = "leaderboards:read")
    @Operation(
            operationId = "listRenames",
            summary = "List players who seem to have taken another name",
            description =
                    "Newest first: a name that was gone from one capture to the next, and a new one whose scores on"
                            + " boards that never reset go on where the old one's ended. `enabled` is false while nobody looks. Also as CSV or"
                            + " NDJSON, by `Accept`, without `evidence`.")
    Mono<Renames> renames(
            @Parameter(description = "Only those from or to this name; upper and lower case are the same")
                    @RequestParam(required = false)
                    @StorableText
                    @Nullable
                    String player,
            @Parameter(description = "How many at most") @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Parameter(description = "How many to skip") @RequestParam(defaultValue = "0") @Min(0) int offset,
            ServerWebExchange exchange) {
        // No read model: nobody would drop a kept answer. It has its ETag all the same.
        Unshared.mark(exchange);
        return queries.ask(new ListRenames(player, limit, offset), Renames.class);
    }
}
