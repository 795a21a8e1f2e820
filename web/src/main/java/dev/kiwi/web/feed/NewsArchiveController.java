package dev.kiwi.web.feed;

import dev.kiwi.api.feed.ListNewsArchive;
import dev.kiwi.api.feed.NewsArchive;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.responsecache.SharedResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Every article there ever was, each copy of it (misc-btt.md A). */
@RestController
@Tag(name = "misc")
class NewsArchiveController {
    private final Queries queries;

    NewsArchiveController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/v1/misc/news-history")
    @Gate(value = Gate.Kind.SCOPE, scope = "misc:read")
    @ReadsFrom(Projection.FEED)
    @SharedResponse
    @Operation(
            operationId = "listNewsHistory",
            summary = "List all articles there ever were",
            description = "Newest first. An article that came once per category is shown as often.")
    Mono<NewsArchive> archive(
            @Parameter(description = "How many articles at most") @RequestParam(defaultValue = "50") @Min(1) @Max(200)
                    int limit,
            @Parameter(description = "How many articles to skip") @RequestParam(defaultValue = "0") @Min(0)
                    int offset) {
        return queries.ask(new ListNewsArchive(limit, offset), NewsArchive.class);
    }
}
