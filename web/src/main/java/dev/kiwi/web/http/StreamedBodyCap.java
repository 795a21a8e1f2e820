package dev.kiwi.web.http;

import dev.kiwi.web.http.HttpSettings.BodyCaps;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ContentTooLargeException;
import reactor.core.publisher.Flux;

/**
 * Counts the bytes that really arrive. It sits below the exchange, because a filter's decorated request is not the one
 * that forms and multipart bodies are read from.
 *
 * <p>A handler that reads a {@code Mono} or {@code Flux} body must answer with {@code Mono<ResponseEntity<T>>}: in a plain
 * {@code Mono<T>} the framework (7.0) subscribes to the body under two discard hooks, and an error in the middle of it,
 * this cap or a lost client, releases the same network buffers twice.
 */
public final class StreamedBodyCap implements HttpHandlerDecoratorFactory {
    private final BodyCaps caps;

    public StreamedBodyCap(BodyCaps caps) {
        this.caps = caps;
    }

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> handler.handle(
                new CappedRequest(request, caps.of(request.getPath().value())), response);
    }

    private static final class CappedRequest extends ServerHttpRequestDecorator {
        private final long cap;

        CappedRequest(ServerHttpRequest request, long cap) {
            super(request);
            this.cap = cap;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.defer(() -> {
                AtomicLong seen = new AtomicLong();
                return super.getBody().handle((buffer, sink) -> {
                    if (seen.addAndGet(buffer.readableByteCount()) <= cap) {
                        sink.next(buffer);
                    } else {
                        DataBufferUtils.release(buffer);
                        sink.error(new ContentTooLargeException(null));
                    }
                });
            });
        }
    }
}
