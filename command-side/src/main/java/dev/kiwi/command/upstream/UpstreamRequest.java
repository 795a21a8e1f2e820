package dev.kiwi.command.upstream;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a service.
 *
 * @param form body of a POST, as {@code application/x-www-form-urlencoded}; null for a GET
 * @param redirects how many are followed
 */
public record UpstreamRequest(
        URI uri, Map<String, String> headers, @Nullable String form, int redirects) {
    private static final int MOST_REDIRECTS = 3;
    private static final Set<String> HARMLESS = Set.of("User-Agent", "Accept", "If-None-Match", "If-Modified-Since");

    public static UpstreamRequest get(URI uri) {
        return new UpstreamRequest(uri, Map.of("User-Agent", "Kiwi/1"), null, MOST_REDIRECTS);
    }

    /** Follows no redirect: a form may hold a secret. */
    public static UpstreamRequest post(URI uri, String form) {
        return new UpstreamRequest(uri, Map.of("User-Agent", "Kiwi/1"), form, 0);
    }

    public UpstreamRequest with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new UpstreamRequest(uri, Map.copyOf(more), form, redirects);
    }

    public UpstreamRequest withoutRedirects() {
        return new UpstreamRequest(uri, headers, form, 0);
    }

    /** Asks for the body only if it is other than the one that came with these. */
    public UpstreamRequest unless(Validators known) {
        UpstreamRequest request = this;
        if (known.etag() != null) {
            request = request.with("If-None-Match", known.etag());
        }
        return known.lastModified() == null ? request : request.with("If-Modified-Since", known.lastModified());
    }

    /** After a redirect. Another origin gets no credentials, and the validators, which are of the last answer on the way. */
    UpstreamRequest redirectedTo(URI next, boolean sameOrigin) {
        return new UpstreamRequest(next, sameOrigin ? headers : harmless(), null, redirects - 1);
    }

    private Map<String, String> harmless() {
        Map<String, String> harmless = new HashMap<>(headers);
        harmless.keySet().retainAll(HARMLESS);
        harmless.putIfAbsent("User-Agent", "Kiwi/1");
        return Map.copyOf(harmless);
    }

    /** Neither address nor headers, which hold keys. */
    @Override
    public String toString() {
        return "UpstreamRequest[" + uri.getHost() + "]";
    }
}
