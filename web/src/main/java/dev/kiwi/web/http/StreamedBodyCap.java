package dev.kiwi.web.http;

import dev.kiwi.web.http.HeldBodies.Share;
import dev.kiwi.web.http.HttpSettings.BodyCaps;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ContentTooLargeException;
import reactor.core.publisher.Flux;

/**
 * Counts the bytes that really arrive, of a request and of all whose bodies are held whole. It sits below the exchange, because a filter's decorated request is not the one
 * that forms and multipart bodies are read from.
 *
 * <p>It hands on copies on the heap. The framework's readers (7.0) release the same network buffer twice when a body ends
 * in an error, this cap or a lost client, and the second release frees memory that the connection still reads from.
 */
final class StreamedBodyCap implements HttpHandlerDecoratorFactory {
    /** Bodies of these are not declared, and there are none. */
    private static final Set<HttpMethod> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final BodyCaps caps;
    private final HeldBodies held;
    private final ClientIp clientIp;

    StreamedBodyCap(BodyCaps caps, HeldBodies held, ClientIp clientIp) {
        this.caps = caps;
        this.held = held;
        this.clientIp = clientIp;
    }

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> {
            String path = RoutedPath.of(request);
            if (!mayBeLarge(request) || caps.isStreamed(path)) {
                return handler.handle(new CappedRequest(request, caps.of(path), null), response);
            }
            Share share = held.share(clientIp.resolve(request).subscriber());
            return handler.handle(new CappedRequest(request, caps.of(path), share), response)
                    .doFinally(_ -> share.giveBack());
        };
    }

    private static boolean mayBeLarge(ServerHttpRequest request) {
        long declared = request.getHeaders().getContentLength();
        return declared > HeldBodies.FREE || declared < 0 && !BODILESS.contains(request.getMethod());
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
        private final @Nullable Share share;

        CappedRequest(ServerHttpRequest request, long cap, @Nullable Share share) {
            super(request);
            this.cap = cap;
            this.share = share;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.defer(() -> {
                AtomicLong seen = new AtomicLong();
                return super.getBody().map(StreamedBodyCap::onHeap).handle((buffer, sink) -> {
                    if (seen.addAndGet(buffer.readableByteCount()) > cap) {
                        sink.error(new ContentTooLargeException(null));
                        return;
                    }
                    if (share != null) {
                        // Thrown, a refusal is the body's error.
                        share.take(buffer.readableByteCount());
                    }
                    sink.next(buffer);
                });
            });
        }
    }
}
