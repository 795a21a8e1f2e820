package dev.kiwi.web.face;

import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.FilterOrder;
import dev.kiwi.web.http.HttpSettings;
import dev.kiwi.web.http.PipelineFilter;
import dev.kiwi.web.http.SitePaths;
import dev.kiwi.web.openapi.PortalSettings;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** One application answers every host name; this shows each its face (web.md A). */
final class HostFilter implements PipelineFilter {
    /** The same on every host. */
    private static final Set<String> SHARED =
            Set.of("/robots.txt", "/sitemap.xml", "/favicon.ico", "/favicon.svg", "/apple-touch-icon.png");

    private final HttpSettings settings;
    private final PortalSettings portal;
    private final PageRenderer pages;
    private final GuideSite guide;
    private final BlockingWork blocking;

    HostFilter(
            HttpSettings settings, PortalSettings portal, PageRenderer pages, GuideSite guide, BlockingWork blocking) {
        this.settings = settings;
        this.portal = portal;
        this.pages = pages;
        this.guide = guide;
        this.blocking = blocking;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        if (!reads || SitePaths.isMachine(path) || SitePaths.isStatic(path) || SHARED.contains(path)) {
            return chain.filter(exchange);
        }
        return switch (FaceUrls.face(settings, request.getURI())) {
            case SITE -> chain.filter(exchange);
            case PORTAL -> portal(exchange);
            case DOCS -> docs(path, exchange);
            case API -> SitePaths.isPage(path) ? toTheSite(exchange) : chain.filter(exchange);
        };
    }

    /** Its addresses are behind the hash: whatever is asked for, it is the one page. */
    private Mono<Void> portal(ServerWebExchange exchange) {
        exchange.getResponse()
                .getHeaders()
                .set("Content-Security-Policy", FacePolicies.portal(api(exchange), portal.captchaProvider()));
        return blocking.call(() -> pages.bare("portal", Map.of(), exchange))
                .flatMap(page -> Assets.write(page, exchange));
    }

    private Mono<Void> docs(String path, ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set("Content-Security-Policy", FacePolicies.docs(api(exchange)));
        return guide.answer(path, exchange);
    }

    /** As the page itself names it: on this machine that is another one than the settings say. */
    private URI api(ServerWebExchange exchange) {
        return URI.create(pages.urls(exchange).api());
    }

    private Mono<Void> toTheSite(ServerWebExchange exchange) {
        URI asked = exchange.getRequest().getURI();
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        exchange.getResponse().setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        exchange.getResponse()
                .getHeaders()
                .setLocation(URI.create(pages.urls(exchange).app() + asked.getRawPath() + query));
        return exchange.getResponse().setComplete();
    }

    @Override
    public FilterOrder order() {
        return FilterOrder.FACES;
    }
}
