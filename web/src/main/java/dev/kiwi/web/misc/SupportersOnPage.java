package dev.kiwi.web.misc;

import dev.kiwi.api.misc.ListSupporters;
import dev.kiwi.api.misc.ListSupporters.SupporterRows;
import dev.kiwi.api.misc.Supporter;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.face.PageData;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page that thanks, in the order in which people came. */
@Component
class SupportersOnPage implements PageData {
    private static final Logger LOG = LoggerFactory.getLogger(SupportersOnPage.class);

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
        return queries.ask(new ListSupporters(), SupporterRows.class)
                .map(rows -> {
                    List<String> names =
                            rows.items().stream().map(Supporter::name).toList();
                    return model(names, names.isEmpty(), false);
                })
                .onErrorResume(e -> {
                    LOG.warn("The supporters could not be read; the page is shown without them", e);
                    return Mono.just(model(List.of(), false, true));
                });
    }

    private static Map<String, Object> model(List<String> names, boolean nobody, boolean unread) {
        return Map.of("supporters", names, "has_supporters", !names.isEmpty(), "nobody", nobody, "unread", unread);
    }
}
