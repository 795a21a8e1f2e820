package dev.kiwi.web.http;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * All steps of a request as one filter of Spring's, whose own chain puts two operators around each filter. When all
 * is done it takes the time.
 */
final class Pipeline implements WebFilter, Ordered {
    private final List<PipelineFilter> innermostFirst;
    private final RequestTimers timers;
    private volatile @Nullable Linked linked;

    Pipeline(List<PipelineFilter> filters, RequestTimers timers) {
        this.innermostFirst = filters.stream()
                .sorted(Comparator.comparing(PipelineFilter::order).reversed())
                .toList();
        this.timers = timers;
    }

    /** The steps in front of one end; an application has one. */
    private record Linked(WebFilterChain end, WebFilterChain first) {}

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Linked steps = linked;
        if (steps == null || steps.end() != chain) {
            steps = link(chain);
            linked = steps;
        }
        return steps.first()
                .filter(exchange)
                .doFinally(signal -> timers.record(exchange, signal, Arrival.nanosSince(exchange)));
    }

    private Linked link(WebFilterChain end) {
        WebFilterChain first = end;
        for (PipelineFilter filter : innermostFirst) {
            WebFilterChain next = first;
            first = exchange -> filter.filter(exchange, next);
        }
        return new Linked(end, first);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
