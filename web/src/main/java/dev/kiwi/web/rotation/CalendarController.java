package dev.kiwi.web.rotation;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.rotation.CalendarEvent;
import dev.kiwi.api.rotation.CalendarType;
import dev.kiwi.api.rotation.GameCycle;
import dev.kiwi.api.rotation.GetCalendar;
import dev.kiwi.api.rotation.GetCalendar.CalendarEvents;
import dev.kiwi.api.rotation.TimeWindow;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.paging.WeakEtag;
import dev.kiwi.web.responsecache.FreshTime;
import dev.kiwi.web.responsecache.SharedResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** All rotations in one timeline (rotations.md 2.10), for programs and for people's calendars. */
@RestController
@Tag(name = "rotations")
@RequestMapping("/v1/rotations")
@Gate(value = Gate.Kind.PUBLIC, scope = "rotations:read")
@ReadsFrom(Projection.TROVE)
@SharedResponse
class CalendarController {
    static final String ICALENDAR = "text/calendar;charset=UTF-8";
    private static final long DAY = 86_400;
    private static final long HALF = 365 * DAY;
    private static final long FEED_PAST = 30 * DAY;

    private final RotationReads reads;
    private final Queries queries;
    private final BlockingWork blocking;

    CalendarController(RotationReads reads, Queries queries, BlockingWork blocking) {
        this.reads = reads;
        this.queries = queries;
        this.blocking = blocking;
    }

    record Calendar(long startsAt, long endsAt, long generatedAt, int count, List<CalendarEvent> events) {}

    @GetMapping("/calendar")
    @Operation(
            operationId = "getCalendar",
            summary = "List what recurs within a year, past and to come",
            description = "Whatever overlaps the two years around the moment, by start, then by type. The ETag stands "
                    + "for the events: it stays while only the time goes on.")
    Mono<Calendar> calendar(
            @Parameter(description = "More types, with commas in between: `daily_buff`, `longshade`, `chaos_chest`")
                    @RequestParam(defaultValue = "")
                    String include,
            @Parameter(description = RotationReads.AT) @RequestParam(required = false) @Nullable Long at,
            ServerWebExchange exchange) {
        Set<CalendarType> types = CalendarTypes.including(include);
        long moment = reads.moment(at);
        TimeWindow time = new TimeWindow(moment - HALF, moment + HALF);
        RotationReads.markSecond(at, moment, exchange);
        return queries.ask(new GetCalendar(time, types), CalendarEvents.class).map(found -> {
            exchange.getResponse().getHeaders().setETag(WeakEtag.of(found.items()));
            return new Calendar(
                    time.startsAt(), time.endsAt(), moment, found.items().size(), found.items());
        });
    }

    @GetMapping(path = "/calendar.ics", produces = ICALENDAR)
    @Operation(
            operationId = "getCalendarFeed",
            summary = "Subscribe to the rotations as a calendar",
            description =
                    "iCalendar (RFC 5545): what overlaps the thirty days before the game's day and the year after "
                            + "it begins.")
    Mono<byte[]> feed(
            @Parameter(
                            description =
                                    "Only these types, with commas in between: `weekly_buff`, `corruxion`, `fluxion`, "
                                            + "`luxion`, `gardening_2`, `gardening_3`, `stampy`, `mana`, `daily_buff`, `longshade`, "
                                            + "`chaos_chest`; left out: all but the last three",
                            example = "corruxion,fluxion")
                    @RequestParam(defaultValue = "")
                    String type,
            @Parameter(description = RotationReads.AT) @RequestParam(required = false) @Nullable Long at,
            ServerWebExchange exchange) {
        Set<CalendarType> types = CalendarTypes.only(type);
        TimeWindow day = GameCycle.DAILY_BUFF.windowAt(reads.moment(at));
        TimeWindow time = new TimeWindow(day.startsAt() - FEED_PAST, day.startsAt() + HALF);
        if (at == null) {
            new FreshTime(day.startsAt(), day.endsAt()).mark(exchange);
        }
        return queries.ask(new GetCalendar(time, types), CalendarEvents.class)
                .flatMap(found -> blocking.call(() -> CalendarFeed.write(found.items(), day.startsAt())));
    }
}
