package dev.kiwi.web.misc;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.misc.ListSupporters;
import dev.kiwi.api.misc.ListSupporters.SupporterRows;
import dev.kiwi.api.misc.Supporter;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.responsecache.SharedResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Those who are thanked (misc-btt.md C). */
@RestController
@Tag(name = "misc")
class SupporterController {
    private static final CacheControl FIVE_MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final Queries queries;

    SupporterController(Queries queries) {
        this.queries = queries;
    }

    record SupporterNames(List<String> supporters, int count) {}

    @GetMapping("/v1/misc/supporters")
    @Gate(value = Gate.Kind.PUBLIC, scope = "misc:read")
    @ReadsFrom(Projection.TROVE)
    @SharedResponse
    @Operation(operationId = "listSupporters", summary = "List who supports the project, in the order they came")
    Mono<SupporterNames> supporters(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl(FIVE_MINUTES);
        return queries.ask(new ListSupporters(), SupporterRows.class).map(rows -> {
            List<String> names = rows.items().stream().map(Supporter::name).toList();
            return new SupporterNames(names, names.size());
        });
    }
}
