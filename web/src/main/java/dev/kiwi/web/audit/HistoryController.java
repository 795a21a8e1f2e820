package dev.kiwi.web.audit;

import dev.kiwi.api.audit.HistoryDetail;
import dev.kiwi.api.audit.HistoryFilter;
import dev.kiwi.api.audit.HistoryItem;
import dev.kiwi.api.audit.HistoryPage;
import dev.kiwi.api.audit.ReadHistory;
import dev.kiwi.api.audit.SearchHistory;
import dev.kiwi.api.kernel.CursorPage;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who did what, from where, because of what: every event, for administrators. */
@RestController
@RequestMapping("/admin/history")
@Gate(Gate.Kind.SUPERUSER_SESSION)
@ReadsFrom(Projection.AUDIT)
class HistoryController {
    private static final int EXPORTED_AT_ONCE = 200;

    private final Queries queries;

    HistoryController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping
    Mono<CursorPage<HistoryItem>> search(
            @ModelAttribute HistoryParameters parameters,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        HistoryFilter filter = parameters.filter();
        HistoryFilter bounded = cursor == null ? filter : filter.below(HistoryCursor.position(cursor));
        return queries.ask(new SearchHistory(bounded, limit), HistoryPage.class).map(HistoryCursor::page);
    }

    @GetMapping("/{position}")
    Mono<HistoryDetail> read(@PathVariable long position) {
        return queries.ask(new ReadHistory(position), HistoryDetail.class);
    }

    /** One JSON object a line, newest first; a reader that is slow slows the reading of the store. */
    @GetMapping(path = "/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<HistoryItem> export(@ModelAttribute HistoryParameters parameters) {
        HistoryFilter filter = parameters.filter();
        return next(filter)
                .expand(page -> page.hasMore() ? next(filter.below(last(page))) : Mono.empty(), 1)
                .concatMapIterable(HistoryPage::items, 1);
    }

    private Mono<HistoryPage> next(HistoryFilter filter) {
        return queries.ask(new SearchHistory(filter, EXPORTED_AT_ONCE), HistoryPage.class);
    }

    private static long last(HistoryPage page) {
        return page.items().getLast().position();
    }
}
