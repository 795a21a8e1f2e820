package dev.kiwi.web.face;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kiwi.web.http.BlockingWork;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Serves what lies under {@code face/static}; a file is read and compressed once. */
final class Assets {
    private static final int MOST = 1_000;

    private final FaceFiles files;
    private final BlockingWork blocking;
    private final Cache<String, Asset> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    Assets(FaceFiles files, BlockingWork blocking) {
        this.files = files;
        this.blocking = blocking;
    }

    /** @param name below {@code static/}; a 404 when there is no such file */
    Mono<Void> answer(String name, ServerWebExchange exchange) {
        Asset asset = files.areLive() ? null : known.getIfPresent(name);
        return asset != null
                ? write(asset, exchange)
                : blocking.call(() -> load(name))
                        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                        .flatMap(loaded -> write(loaded, exchange));
    }

    @Nullable
    private Asset load(String name) {
        Asset asset =
                files.read("static/" + name).map(bytes -> Asset.of(name, bytes)).orElse(null);
        if (asset != null) {
            known.put(name, asset);
        }
        return asset;
    }

    /** Whole, compressed where that is taken, or 304 to who has it. */
    static Mono<Void> write(Asset asset, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (headers.getCacheControl() == null) {
            headers.setCacheControl("no-cache");
        }
        if (exchange.checkNotModified(asset.etag())) {
            return response.setComplete();
        }
        headers.setContentType(asset.type());
        byte[] body = asset.plain();
        if (asset.compressed() != null && takesGzip(exchange)) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = asset.compressed();
        }
        headers.setContentLength(body.length);
        byte[] written = body;
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(written)));
    }

    private static boolean takesGzip(ServerWebExchange exchange) {
        List<String> accepted = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.ACCEPT_ENCODING);
        return accepted.stream().anyMatch(each -> each.contains("gzip") && !each.contains("gzip;q=0"));
    }
}
