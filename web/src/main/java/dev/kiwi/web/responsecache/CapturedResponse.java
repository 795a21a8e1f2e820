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

/** Gives a whole answer its ETag, or turns it into a 304, and hands it on; what is streamed passes as it is. */
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
        if (!(body instanceof Mono) || (status != null && !status.isSameCodeAs(HttpStatus.OK))) {
            return super.writeWith(body);
        }
        return ((Mono<DataBuffer>) body).flatMap(buffer -> write(bytes(buffer)));
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
        if (exchange.checkNotModified(kept.etag())) {
            response.getHeaders().remove("Content-Length");
            response.getHeaders().remove("Content-Type");
            return response.setComplete();
        }
        response.getHeaders().setContentType(kept.type());
        byte[] body = body(exchange, kept.body());
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
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
