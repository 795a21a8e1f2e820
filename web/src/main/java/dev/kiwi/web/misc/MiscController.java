package dev.kiwi.web.misc;

import dev.kiwi.api.misc.ConvertTime;
import dev.kiwi.api.misc.ConvertTime.ConvertedTime;
import dev.kiwi.api.misc.ListSoftware;
import dev.kiwi.api.misc.ListSoftware.SoftwareList;
import dev.kiwi.api.misc.ListTimezones;
import dev.kiwi.api.misc.ListTimezones.TimezoneList;
import dev.kiwi.api.misc.ReadClocks;
import dev.kiwi.api.misc.ReadClocks.Clocks;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.responsecache.FreshTime;
import dev.kiwi.web.responsecache.SharedResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Clocks and tools (misc-btt.md A): nothing of it needs a store. */
@RestController
@Tag(name = "misc", description = "Clocks, tools to mod the game with, supporters")
@RequestMapping("/v1/misc")
@Gate(value = Gate.Kind.PUBLIC, scope = "misc:read")
class MiscController {
    private static final String UTC = "UTC";

    private final Queries queries;
    private final Clock clock;

    MiscController(Queries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @GetMapping("/software")
    @SharedResponse
    @Operation(operationId = "listSoftware", summary = "List tools of others to mod the game with, by category")
    Mono<SoftwareList> software() {
        return queries.ask(new ListSoftware(), SoftwareList.class);
    }

    @GetMapping("/timezones")
    @SharedResponse
    @Operation(
            operationId = "listTimezones",
            summary = "List the zones that clocks are shown in",
            description = "`trove` is the game's own, always eleven hours behind UTC.")
    Mono<TimezoneList> timezones() {
        return queries.ask(new ListTimezones(), TimezoneList.class);
    }

    @GetMapping("/time/now")
    @SharedResponse
    @Operation(operationId = "getTime", summary = "Show what the clocks of all zones show now")
    Mono<Clocks> now(ServerWebExchange exchange) {
        long now = clock.instant().getEpochSecond();
        new FreshTime(now, now + 1).mark(exchange);
        return queries.ask(new ReadClocks(now), Clocks.class);
    }

    /**
     * @param datetime ISO 8601
     * @param timezone of a datetime without an offset; null for UTC
     * @param unix seconds; wins over the datetime
     */
    record ConvertBody(
            @Size(max = 64) @Nullable String datetime,
            @Size(max = 64) @Nullable String timezone,
            @Nullable Long unix) {}

    @PostMapping("/time/convert")
    @Operation(
            operationId = "convertTime",
            summary = "Show a moment in all zones, and as Discord writes it",
            description =
                    "`unix` wins; else `datetime`, whose own offset wins over `timezone` (`trove`, `UTC` or an IANA "
                            + "id, UTC when left out). Of a time that a change of clocks repeats, the first is meant.")
    Mono<ConvertedTime> convert(@Valid @RequestBody ConvertBody body) {
        String zone = Objects.requireNonNullElse(body.timezone(), UTC);
        return queries.ask(new ConvertTime(body.datetime(), zone, body.unix()), ConvertedTime.class);
    }
}
