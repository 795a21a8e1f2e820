package dev.kiwi.web.leaderboard;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.leaderboard.GetBoardChart;
import dev.kiwi.api.leaderboard.GetBoardChart.BoardChart;
import dev.kiwi.api.leaderboard.GetPlayerSeries;
import dev.kiwi.api.leaderboard.GetPlayerSeries.PlayerSeries;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.StorableText;
import dev.kiwi.web.responsecache.SharedResponse;
import dev.kiwi.web.responsecache.Unshared;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Charts (leaderboards.md 11). Their window ends now, so an answer has an ETag and is not kept for others. */
@RestController
@Tag(name = "leaderboards")
@RequestMapping("/v1/leaderboards")
@Gate(value = Gate.Kind.SCOPE, scope = "leaderboards:read")
@ReadsFrom(Projection.LEADERBOARDS)
@SharedResponse
class ChartController {
    private static final int MOST_DAYS = 30;
    private static final int MOST_LINES = 20;
    private static final long MINUTE = 60;
    private static final String DAYS = "Length of the window that ends now, from 1 to 30; what lies outside counts as"
            + " the nearest. More than three days (unless configured otherwise) count against a second rate limit.";

    private final Queries queries;
    private final AskedAnchor anchors;
    private final Clock clock;

    ChartController(Queries queries, AskedAnchor anchors, Clock clock) {
        this.queries = queries;
        this.anchors = anchors;
        this.clock = clock;
    }

    @GetMapping("/{uuid}/history")
    @Operation(
            operationId = "getLeaderboardChart",
            summary = "Show the leaders of a board over time",
            description = "The leaders of the newest capture, each with the captures of the window. At a reset of the"
                    + " board a line falls: `synthetic` points are made for that.")
    Mono<BoardChart> board(
            @Parameter(description = "The number of the board", example = "7001") @PathVariable int uuid,
            @Parameter(description = DAYS) @RequestParam(defaultValue = "7") int days,
            @Parameter(description = "How many leaders, from 1 to 20; what lies outside counts as the nearest")
                    @RequestParam(defaultValue = "5")
                    int top,
            ServerWebExchange exchange) {
        int window = Math.clamp(days, 1, MOST_DAYS);
        int lines = Math.clamp(top, 1, MOST_LINES);
        return asked(window, exchange)
                .flatMap(now -> queries.ask(new GetBoardChart(uuid, window, lines, now), BoardChart.class));
    }

    @GetMapping("/players/{name}/series")
    @Operation(
            operationId = "getPlayerChart",
            summary = "Show a player over time",
            description = "One line for each board that lists the player in the window, by best rank."
                    + " A player who was never seen has no lines and no `canonical_name`.")
    Mono<PlayerSeries> player(
            @Parameter(description = "The player's name; upper and lower case are the same", example = "Mira")
                    @PathVariable
                    @StorableText
                    String name,
            @Parameter(description = DAYS) @RequestParam(defaultValue = "7") int days,
            ServerWebExchange exchange) {
        int window = Math.clamp(days, 1, MOST_DAYS);
        return asked(window, exchange)
                .flatMap(now -> queries.ask(new GetPlayerSeries(name, window, now), PlayerSeries.class));
    }

    /** The end of the window, in whole minutes: within one the same answer has the same ETag. */
    private Mono<Long> asked(int days, ServerWebExchange exchange) {
        Unshared.mark(exchange);
        long now = clock.instant().getEpochSecond() / MINUTE * MINUTE;
        return anchors.paidWindow(days, exchange).thenReturn(now);
    }
}
