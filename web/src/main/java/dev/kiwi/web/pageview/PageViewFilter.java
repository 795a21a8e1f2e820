package dev.kiwi.web.pageview;

import dev.kiwi.api.pageview.RecordedView;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.http.FilterOrder;
import dev.kiwi.web.http.PipelineFilter;
import dev.kiwi.web.http.SitePaths;
import dev.kiwi.web.telemetry.Recorder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Notes a view when a page of the showcase site is answered with HTML (platform.md 13). Programs that say so are no visitors. */
final class PageViewFilter implements PipelineFilter {
    private static final Logger LOG = LoggerFactory.getLogger(PageViewFilter.class);
    private static final Pattern PROGRAM = Pattern.compile("bot\\b|crawler|spider", Pattern.CASE_INSENSITIVE);
    /** What an index of paths can hold. */
    private static final int LONGEST_PATH = 512;

    private final Recorder<RecordedView> recorder;
    private final VisitorHash visitors;
    private final Clock clock;
    private final boolean enabled;

    PageViewFilter(Recorder<RecordedView> recorder, VisitorHash visitors, Clock clock, boolean enabled) {
        this.recorder = recorder;
        this.visitors = visitors;
        this.clock = clock;
        this.enabled = enabled;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (enabled
                && request.getMethod() == HttpMethod.GET
                && SitePaths.isPage(request.getPath().value())) {
            exchange.getResponse().beforeCommit(() -> {
                record(exchange);
                return Mono.empty();
            });
        }
        return chain.filter(exchange);
    }

    private void record(ServerWebExchange exchange) {
        try {
            String userAgent = userAgent(exchange.getRequest());
            if (isPage(exchange.getResponse()) && !PROGRAM.matcher(userAgent).find()) {
                recorder.add(view(exchange, userAgent));
            }
        } catch (RuntimeException e) {
            // A page is worth more than its count.
            LOG.error("A page view was not recorded", e);
        }
    }

    private static boolean isPage(ServerHttpResponse response) {
        HttpStatusCode status = response.getStatusCode();
        MediaType type = response.getHeaders().getContentType();
        return (status == null || status.isSameCodeAs(HttpStatus.OK)) && MediaType.TEXT_HTML.equalsTypeAndSubtype(type);
    }

    private RecordedView view(ServerWebExchange exchange, String userAgent) {
        Instant now = clock.instant();
        String path = exchange.getRequest().getPath().value();
        String shown = path.substring(0, Math.min(path.length(), LONGEST_PATH));
        Object route = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return new RecordedView(
                now,
                route == null ? shown : route.toString(),
                shown,
                visitors.of(now.atOffset(ZoneOffset.UTC).toLocalDate(), ClientIp.of(exchange), userAgent));
    }

    private static String userAgent(ServerHttpRequest request) {
        String given = request.getHeaders().getFirst(HttpHeaders.USER_AGENT);
        return given == null ? "" : given;
    }

    @Override
    public FilterOrder order() {
        return FilterOrder.PAGE_VIEWS;
    }
}
