package dev.kiwi.web.status;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.status.Environment;
import dev.kiwi.api.status.FindServerStatus;
import dev.kiwi.api.status.GetStatusHistory;
import dev.kiwi.api.status.ServerStatus;
import dev.kiwi.api.status.StatusHistory;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.InvalidParameter;
import dev.kiwi.web.paging.WeakEtag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Whether the game's servers are up, by the last probe; no request waits for one (misc-btt.md B3, B4). */
@RestController
@Tag(name = "misc")
@RequestMapping("/v1/misc/trove-status")
@Gate(value = Gate.Kind.PUBLIC, scope = "misc:read")
class ServerStatusController {
    private static final Duration STATUS = Duration.ofSeconds(30);
    private static final Duration HISTORY = Duration.ofSeconds(60);

    private final Queries queries;
    private final Clock clock;

    ServerStatusController(Queries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "getServerStatus",
            summary = "Show whether the game's servers are up",
            description = "Each status is `online`, `maintenance` (the gateway answers, the game does not), `down` or "
                    + "`unknown`; `overall` is that of eu and us. `online` is what the game's port says alone.")
    Mono<ResponseEntity<ServerStatus>> status(ServerWebExchange exchange) {
        return queries.ask(new FindServerStatus(clock.instant()), ServerStatus.class)
                .flatMap(status -> answer(status, WeakEtag.of(status), STATUS, exchange));
    }

    @GetMapping("/history")
    @ReadsFrom(Projection.FEED)
    @Operation(
            operationId = "getServerStatusHistory",
            summary = "Show how a server stood in the last days",
            description = "`segments` are the times of one status, oldest first, cut to the window; the last has no "
                    + "`ended_at`. `uptime` is the share of `covered_seconds`; what was before the first segment is not "
                    + "covered.")
    Mono<ResponseEntity<StatusHistory>> history(
            @Parameter(description = "`eu`, `us` or `pts`") @RequestParam(defaultValue = "eu") String env,
            @Parameter(description = "How many days back") @RequestParam(defaultValue = "30") @Min(1) @Max(90) int days,
            ServerWebExchange exchange) {
        return queries.ask(new GetStatusHistory(environment(env), days, clock.instant()), StatusHistory.class)
                .flatMap(history -> answer(history, tag(history), HISTORY, exchange));
    }

    /** {@code live} is what eu was called once. */
    private static Environment environment(String env) {
        return Environment.of(env.equals("live") ? "eu" : env)
                .orElseThrow(() -> new InvalidParameter("query", "env", "must be eu, us or pts", "enum"));
    }

    /** The window moves on each second; that alone makes another answer once in the time for which one is good. */
    static String tag(StatusHistory history) {
        return WeakEtag.of(
                history.env(),
                history.days(),
                history.windowEnd() / HISTORY.toSeconds(),
                history.segments().stream()
                        .map(segment -> segment.status() + segment.endedAt())
                        .toList());
    }

    private static <T> Mono<ResponseEntity<T>> answer(
            T body, String tag, Duration goodFor, ServerWebExchange exchange) {
        exchange.getResponse()
                .getHeaders()
                .setCacheControl(CacheControl.maxAge(goodFor).cachePublic());
        return WeakEtag.answer(exchange, tag, () -> Mono.just(body));
    }
}
