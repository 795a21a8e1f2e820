package dev.kiwi.web.pageview;

import dev.kiwi.api.pageview.GetPageViews;
import dev.kiwi.api.pageview.PageViews;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How often the site's pages are viewed, for administrators (platform.md 13). */
@RestController
class PageViewController {
    private final Queries queries;

    PageViewController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/admin/pageviews")
    @Gate(Gate.Kind.SUPERUSER_SESSION)
    Mono<PageViews> views(
            @RequestParam(defaultValue = "30") @Min(1) @Max(365) int days,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int top,
            @RequestParam(defaultValue = "false") boolean series) {
        return queries.ask(new GetPageViews(days, top, series), PageViews.class);
    }
}
