package dev.kiwi.web.face;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.web.face.SiteProxy.Bound;
import dev.kiwi.web.gate.SiteCall;
import dev.kiwi.web.http.FilterOrder;
import dev.kiwi.web.http.InvalidParameter;
import dev.kiwi.web.http.PipelineFilter;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Turns the reads of the site's pages into those of the API that they stand for, before any gate is asked. */
final class SiteProxyFilter implements PipelineFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        if (!reads || !request.getPath().value().startsWith("/site/")) {
            return chain.filter(exchange);
        }
        for (SiteProxy proxy : SiteProxy.ALL) {
            String target = proxy.target(request.getPath().pathWithinApplication());
            if (target != null) {
                return Mono.defer(() -> chain.filter(asCallOfTheApi(proxy, target, exchange)));
            }
        }
        return chain.filter(exchange);
    }

    private static ServerWebExchange asCallOfTheApi(SiteProxy proxy, String target, ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        UriComponentsBuilder url =
                UriComponentsBuilder.fromUri(request.getURI()).replacePath(target);
        proxy.bounds().forEach(bound -> hold(bound, request, url));
        URI asked = encoded(url);
        exchange.getResponse().beforeCommit(() -> {
            setCacheControl(proxy, exchange);
            return Mono.empty();
        });
        SiteCall.mark(exchange);
        // Nobody's own data is shown here, so nobody's credential is looked at.
        return exchange.mutate()
                .request(request.mutate()
                        .uri(asked)
                        .headers(headers -> headers.remove(HttpHeaders.AUTHORIZATION))
                        .build())
                .build();
    }

    /** Java takes some characters in a query that an address must not have. */
    private static URI encoded(UriComponentsBuilder url) {
        try {
            return url.build(true).toUri();
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "The query has characters that need percent-encoding.");
        }
    }

    private static void hold(Bound bound, ServerHttpRequest request, UriComponentsBuilder url) {
        String given = request.getQueryParams().getFirst(bound.name());
        if (given == null) {
            if (bound.usual() != null) {
                url.replaceQueryParam(bound.name(), bound.usual());
            }
            return;
        }
        // What is no number at all is for the API to refuse.
        if (!given.matches("-?\\d{1,9}") || !outside(Integer.parseInt(given), bound)) {
            return;
        }
        if (bound.clamped()) {
            url.replaceQueryParam(bound.name(), Math.clamp(Integer.parseInt(given), bound.least(), bound.most()));
        } else {
            throw new InvalidParameter(
                    "query", bound.name(), "must be from " + bound.least() + " to " + bound.most(), "range");
        }
    }

    private static boolean outside(int value, Bound bound) {
        return value < bound.least() || value > bound.most();
    }

    private static void setCacheControl(SiteProxy proxy, ServerWebExchange exchange) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        boolean good = status == null || status.is2xxSuccessful() || status.value() == 304;
        if (good && proxy.seconds() == SiteProxy.AS_THE_API_SAYS) {
            return;
        }
        exchange.getResponse()
                .getHeaders()
                .setCacheControl(
                        good && proxy.seconds() > 0
                                ? CacheControl.maxAge(Duration.ofSeconds(proxy.seconds()))
                                        .cachePublic()
                                : CacheControl.noCache());
    }

    @Override
    public FilterOrder order() {
        return FilterOrder.SITE_PROXIES;
    }
}
