package dev.kiwi.web.responsecache;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ReactiveHttpOutputMessage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends a body of any size and holds a mebibyte of it at most. A larger one is encoded twice: for its ETag, which comes
 * before it, and while it is sent, as fast as the caller takes it.
 */
public final class EncodedBody {
    private static final int PIECE = 64 << 10;
    /** They wait for slow callers. */
    private static final Executor THREADS = Thread::startVirtualThread;

    private EncodedBody() {}

    /** @param acceptEncoding of the request; null for none */
    public static Mono<Void> send(
            Encoding encoding, @Nullable String acceptEncoding, ReactiveHttpOutputMessage message) {
        return Mono.defer(() -> {
            MeasuredBody measured = MeasuredBody.of(encoding);
            byte[] whole = measured.held();
            return whole == null
                    ? message.writeWith(pieces(encoding, measured.etag(), acceptEncoding, message))
                    : message.writeWith(
                            Mono.fromSupplier(() -> message.bufferFactory().wrap(whole)));
        });
    }

    private static Flux<DataBuffer> pieces(
            Encoding encoding, String etag, @Nullable String acceptEncoding, ReactiveHttpOutputMessage message) {
        HttpHeaders headers = message.getHeaders();
        if (headers.getETag() == null) {
            headers.setETag(etag);
        }
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        boolean compressed = KeptBody.takesGzip(acceptEncoding);
        if (compressed) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return Flux.from(DataBufferUtils.outputStreamPublisher(
                out -> write(encoding, compressed, out), message.bufferFactory(), THREADS, PIECE));
    }

    private static void write(Encoding encoding, boolean compressed, OutputStream out) {
        try (OutputStream to = compressed ? KeptBody.compressing(out) : out) {
            encoding.to(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
