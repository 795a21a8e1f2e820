package dev.kiwi.web.idempotency;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hashes a body while its handler reads it, so that none has to be held in memory for it. */
final class HashedRequest extends ServerHttpRequestDecorator {
    private final MessageDigest digest = Fingerprint.sha256();
    private final boolean inParts;
    private volatile boolean begun;
    private volatile boolean whole;
    private volatile byte @Nullable [] hash;

    HashedRequest(ServerHttpRequest request) {
        super(request);
        MediaType type = request.getHeaders().getContentType();
        this.inParts = type != null && type.getType().equals("multipart");
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(() -> {
            begun = true;
            Flux<DataBuffer> body = super.getBody().doOnComplete(this::end);
            return inParts ? body : body.doOnNext(this::add);
        });
    }

    private void end() {
        hash = inParts ? null : digest.digest();
        whole = true;
    }

    private void add(DataBuffer buffer) {
        try (DataBuffer.ByteBufferIterator parts = buffer.readableByteBuffers()) {
            while (parts.hasNext()) {
                ByteBuffer part = parts.next();
                digest.update(part);
            }
        }
    }

    /** True when reading the body was given up: the handler cannot have decided on it. */
    boolean isHalfRead() {
        return begun && !whole;
    }

    byte[] fingerprint() {
        return Fingerprint.of(getURI().getRawQuery(), hash);
    }

    /** For a request that no handler will read. */
    Mono<byte[]> readFingerprint() {
        return getBody().doOnNext(DataBufferUtils::release).then(Mono.fromSupplier(this::fingerprint));
    }
}
