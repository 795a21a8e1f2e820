package dev.kiwi.web.activity;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.web.responsecache.Unshared;
import java.util.function.IntSupplier;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** What all reads of activity carry: how long others may keep them. */
@Component
class ActivityHeaders {
    private final IntSupplier keptSeconds;

    ActivityHeaders(RuntimeSettings settings) {
        this.keptSeconds = settings.integer("cheaters_cache_ttl_seconds");
    }

    void set(ServerWebExchange exchange) {
        // A kept answer would come without the headers; the queries keep what is dear.
        Unshared.mark(exchange);
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.setCacheControl("public, max-age=" + keptSeconds.getAsInt());
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
}
