package dev.kiwi.web.http;

import dev.kiwi.web.http.HttpSettings.BodyCaps;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
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
 * <p>It hands on copies on the heap. The framework's readers (7.0) release the same network buffer twice when a body ends
 * in an error, this cap or a lost client, and the second release frees memory that the connection still reads from.
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

    private static DataBuffer onHeap(DataBuffer received) {
        try {
            byte[] bytes = new byte[received.readableByteCount()];
            received.read(bytes);
            return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
        } finally {
            DataBufferUtils.release(received);
        }
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
                return super.getBody().map(StreamedBodyCap::onHeap).handle((buffer, sink) -> {
                    if (seen.addAndGet(buffer.readableByteCount()) <= cap) {
                        sink.next(buffer);
                    } else {
                        sink.error(new ContentTooLargeException(null));
                    }
                });
            });
        }
    }
}
