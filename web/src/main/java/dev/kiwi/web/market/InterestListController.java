package dev.kiwi.web.market;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.TableRows;
import dev.kiwi.api.market.GetInterestItems;
import dev.kiwi.api.market.GetInterestItems.InterestItems;
import dev.kiwi.api.market.GetItemNames.ItemName;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.responsecache.SharedResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The market's items of interest, for everybody (market.md 3). */
@RestController
@Tag(name = "misc")
class InterestListController {
    private final Queries queries;

    InterestListController(Queries queries) {
        this.queries = queries;
    }

    record InterestNames(List<String> items, int count) implements TableRows<ItemName> {
        @Override
        public List<ItemName> rows() {
            return items.stream().map(ItemName::new).toList();
        }

        @Override
        public Class<ItemName> rowType() {
            return ItemName.class;
        }
    }

    @GetMapping("/v1/misc/interest-items")
    @Gate(value = Gate.Kind.PUBLIC, scope = "misc:read")
    @ReadsFrom(Projection.MARKET)
    @SharedResponse
    @Operation(
            operationId = "listInterestItems",
            summary = "List the items whose listings are stored",
            description = "Names in code-point order. Scrapes of the marketplace are filtered by this list. Also as "
                    + "CSV or NDJSON, by `Accept`.")
    Mono<InterestNames> names() {
        return queries.ask(new GetInterestItems(), InterestItems.class)
                .map(list -> new InterestNames(list.names(), list.count()));
    }
}
