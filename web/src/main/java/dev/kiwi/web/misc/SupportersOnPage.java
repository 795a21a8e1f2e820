package dev.kiwi.web.misc;

import dev.kiwi.api.misc.ListSupporters;
import dev.kiwi.api.misc.ListSupporters.SupporterRows;
import dev.kiwi.api.misc.Supporter;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.face.PageData;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page that thanks, in the order in which people came. */
@Component
class SupportersOnPage implements PageData {
    private final Queries queries;

    SupportersOnPage(Queries queries) {
        this.queries = queries;
    }

    @Override
    public String page() {
        return "support";
    }

    @Override
    public Mono<Map<String, Object>> of(String variable, ServerWebExchange exchange) {
        return queries.ask(new ListSupporters(), SupporterRows.class).map(rows -> {
            List<String> names = rows.items().stream().map(Supporter::name).toList();
            return Map.of("supporters", names, "has_supporters", !names.isEmpty());
        });
    }
}
