package dev.kiwi.web.openapi;

import dev.kiwi.web.gate.Features;
import dev.kiwi.web.http.FilterOrder;
import dev.kiwi.web.http.PipelineFilter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.springdoc.core.service.OpenAPIService;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Has the cached document made anew when a feature was switched since. */
final class FreshDocument implements PipelineFilter {
    static final String PATH = "/openapi.json";

    private final Features features;
    private final OpenAPIService documents;
    private final AtomicReference<List<String>> seen;

    FreshDocument(Features features, OpenAPIService documents) {
        this.features = features;
        this.documents = documents;
        this.seen = new AtomicReference<>(features.off());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getPath().value().equals(PATH)) {
            refresh();
        }
        return chain.filter(exchange);
    }

    void refresh() {
        List<String> off = features.off();
        if (!seen.getAndSet(off).equals(off)) {
            documents.setCachedOpenAPI(null, Locale.getDefault());
        }
    }

    @Override
    public FilterOrder order() {
        return FilterOrder.OPENAPI;
    }
}
