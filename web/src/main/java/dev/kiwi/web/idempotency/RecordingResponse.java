package dev.kiwi.web.idempotency;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands the answer to the records before the client gets its first byte; so whoever saw it can rely on the replay. */
final class RecordingResponse extends ServerHttpResponseDecorator {
    private final Function<StoredAnswer, Mono<Void>> settle;
    private final int maxBody;
    private final AtomicBoolean settled = new AtomicBoolean();

    /** @param settle called once, with the whole answer whatever its status */
    RecordingResponse(ServerHttpResponse response, int maxBody, Function<StoredAnswer, Mono<Void>> settle) {
        super(response);
        this.maxBody = maxBody;
        this.settle = settle;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        return collect(Flux.from(body))
                .flatMap(bytes -> settle(bytes)
                        .then(Mono.defer(() -> super.writeWith(
                                Mono.fromSupplier(() -> bufferFactory().wrap(bytes))))));
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        return writeWith(Flux.from(body).concatMap(part -> part));
    }

    @Override
    public Mono<Void> setComplete() {
        return settle(new byte[0]).then(Mono.defer(super::setComplete));
    }

    private Mono<Void> settle(byte[] bytes) {
        if (!settled.compareAndSet(false, true)) {
            return Mono.empty();
        }
        HttpStatusCode status = getStatusCode();
        MediaType type = getHeaders().getContentType();
        byte @Nullable [] kept = bytes.length <= maxBody ? bytes : null;
        return settle.apply(new StoredAnswer(
                status == null ? 200 : status.value(), type == null ? null : type.toString(), kept, null));
    }

    private static Mono<byte[]> collect(Flux<? extends DataBuffer> body) {
        return body.collect(ByteArrayOutputStream::new, RecordingResponse::append)
                .map(ByteArrayOutputStream::toByteArray);
    }

    private static void append(ByteArrayOutputStream all, DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        all.writeBytes(bytes);
    }
}
