package dev.kiwi.web.http;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Adds the security headers that an answer does not bring itself, with the content policy of its path (platform.md 1.8). */
public final class SecurityHeadersFilter implements PipelineFilter {
    static final String API_POLICY = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Whose scripts and frames show a captcha. */
    public static final String TURNSTILE_HOST = "https://challenges.cloudflare.com";

    public static final String HCAPTCHA_HOSTS = "https://hcaptcha.com https://*.hcaptcha.com";
    private static final String CAPTCHA_HOSTS = TURNSTILE_HOST + " " + HCAPTCHA_HOSTS;

    private final String sitePolicy;

    /** @param apiUrl the public origin of the API, which pages call */
    public SecurityHeadersFilter(URI apiUrl) {
        this.sitePolicy = "default-src 'self'; script-src 'self' " + CAPTCHA_HOSTS
                + "; style-src 'self' 'unsafe-inline' " + HCAPTCHA_HOSTS
                + "; font-src 'self' data:; img-src 'self' data: https:"
                + "; media-src 'self' " + origin(apiUrl)
                + "; connect-src 'self' " + origin(apiUrl) + " " + CAPTCHA_HOSTS
                + "; frame-src " + CAPTCHA_HOSTS
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        exchange.getResponse().beforeCommit(() -> {
            complete(exchange.getResponse().getHeaders(), path);
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private void complete(HttpHeaders headers, String path) {
        setIfAbsent(headers, "X-Content-Type-Options", "nosniff");
        setIfAbsent(headers, "X-Frame-Options", "DENY");
        setIfAbsent(headers, "Referrer-Policy", "strict-origin-when-cross-origin");
        setIfAbsent(headers, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        setIfAbsent(headers, "Permissions-Policy", "geolocation=(), microphone=(), camera=()");
        setIfAbsent(headers, "Content-Security-Policy", SitePaths.isSite(path) ? sitePolicy : API_POLICY);
        if (SitePaths.isStatic(path) || SitePaths.isPage(path)) {
            setIfAbsent(headers, HttpHeaders.CACHE_CONTROL, "no-cache");
        }
    }

    private static void setIfAbsent(HttpHeaders headers, String name, String value) {
        if (!headers.containsHeader(name)) {
            headers.set(name, value);
        }
    }

    /** Scheme, host and port, as a content policy names them. */
    public static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    @Override
    public FilterOrder order() {
        return FilterOrder.SECURITY_HEADERS;
    }
}
