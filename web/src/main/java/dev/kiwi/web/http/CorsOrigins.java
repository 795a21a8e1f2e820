package dev.kiwi.web.http;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsConfiguration;

/** Which origins may call from a browser, with credentials (platform.md 1.10). */
final class CorsOrigins extends CorsConfiguration {
    private final Set<String> exact;
    private final Pattern pattern;

    CorsOrigins(HttpSettings settings) {
        this.exact = Stream.concat(
                        Stream.of(settings.docsUrl(), settings.devUrl(), settings.appUrl())
                                .map(URI::toString),
                        settings.corsOrigins().stream())
                .map(CorsOrigins::withoutSlash)
                .collect(Collectors.toUnmodifiableSet());
        this.pattern = Pattern.compile(settings.corsOriginRegex());
        setAllowCredentials(true);
        addAllowedMethod(ALL);
        addAllowedHeader(ALL);
        setExposedHeaders(java.util.List.of(
                RequestId.HEADER,
                "X-RateLimit-Limit",
                "X-RateLimit-Remaining",
                "X-RateLimit-Reset",
                "RateLimit",
                "RateLimit-Policy",
                "Retry-After",
                "X-RateLimit-Archive-Limit",
                "X-RateLimit-Archive-Remaining",
                "X-RateLimit-Archive-Reset",
                "Idempotent-Replay",
                "ETag",
                "Kiwi-Position"));
    }

    @Override
    public @Nullable String checkOrigin(@Nullable String origin) {
        return origin != null
                        && (exact.contains(origin) || pattern.matcher(origin).matches())
                ? origin
                : null;
    }

    private static String withoutSlash(String origin) {
        return origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin;
    }
}
