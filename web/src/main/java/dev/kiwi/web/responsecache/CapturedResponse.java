package dev.kiwi.web.responsecache;

import java.util.List;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Gives a whole answer its ETag, or turns it into a 304, and hands it on. What is sent in pieces is never kept: it passes,
 * with its own ETag, or is a 304 too; without one it passes as it is.
 */
final class CapturedResponse extends ServerHttpResponseDecorator {
    private final ServerWebExchange exchange;
    private final Consumer<KeptResponse> made;

    CapturedResponse(ServerWebExchange exchange, Consumer<KeptResponse> made) {
        super(exchange.getResponse());
        this.exchange = exchange;
        this.made = made;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        HttpStatusCode status = getStatusCode();
        if (status != null && !status.isSameCodeAs(HttpStatus.OK)) {
            return super.writeWith(body);
        }
        if (body instanceof Mono) {
            return ((Mono<DataBuffer>) body).flatMap(buffer -> write(bytes(buffer)));
        }
        String tag = getHeaders().getETag();
        return tag != null && isKnown(exchange, tag) ? exchange.getResponse().setComplete() : super.writeWith(body);
    }

    private Mono<Void> write(byte[] body) {
        KeptResponse response = KeptResponse.of(body, getHeaders(), FreshTime.of(exchange));
        made.accept(response);
        return answer(exchange, response);
    }

    /** Writes an answer, or 304 when the caller has it already. */
    static Mono<Void> answer(ServerWebExchange exchange, KeptResponse kept) {
        var response = exchange.getResponse();
        // One address has several formats; a cache on the way has to know.
        List<String> vary = response.getHeaders().getVary();
        if (!vary.contains(HttpHeaders.ACCEPT)) {
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (kept.cacheControl() != null) {
            response.getHeaders().setCacheControl(kept.cacheControl());
        }
        if (isKnown(exchange, kept.etag())) {
            return response.setComplete();
        }
        response.getHeaders().setContentType(kept.type());
        byte[] body = body(exchange, kept.body());
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    /** When it is, the answer is a 304 from now on. */
    private static boolean isKnown(ServerWebExchange exchange, String tag) {
        boolean known = exchange.checkNotModified(tag);
        if (known) {
            HttpHeaders headers = exchange.getResponse().getHeaders();
            List.of(HttpHeaders.CONTENT_LENGTH, HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_ENCODING)
                    .forEach(headers::remove);
        }
        return known;
    }

    private static byte[] body(ServerWebExchange exchange, KeptBody body) {
        if (!body.isCompressedFor(exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING))) {
            return body.plain();
        }
        exchange.getResponse().getHeaders().set(HttpHeaders.CONTENT_ENCODING, "gzip");
        return body.compressed();
    }

    private static byte[] bytes(DataBuffer buffer) {
        try {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}
