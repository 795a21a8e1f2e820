package dev.kiwi.web.submission;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.web.http.DroppedErrors;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** The multipart field {@code file}, piece by piece from the wire; never whole in memory. */
public final class FileField {
    private static final Logger LOG = LoggerFactory.getLogger(FileField.class);
    private static final String FIELD = "file";
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final PartEventHttpMessageReader READER = new PartEventHttpMessageReader();

    private FileField() {}

    /** Pieces on the heap. Fails with 422 without the field, with 400 when the body is cut short or silent for a minute. */
    public static Flux<ByteBuffer> pieces(ServerWebExchange exchange) {
        MediaType type = exchange.getRequest().getHeaders().getContentType();
        if (type == null || !MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
            return Flux.error(missing());
        }
        boolean[] seen = new boolean[1];
        Flux<PartEvent> events = READER.read(ResolvableType.forClass(PartEvent.class), exchange.getRequest(), Map.of());
        return events.timeout(SILENCE)
                .doOnDiscard(PartEvent.class, event -> DataBufferUtils.release(event.content()))
                .doOnNext(event -> seen[0] |= event.name().equals(FIELD))
                // Network buffers stay on their own thread: an upload that breaks off there frees them at any moment.
                .map(FileField::taken)
                .concatWith(Mono.defer(() -> seen[0] ? Mono.empty() : Mono.error(missing())))
                .onErrorMap(
                        DecodingException.class,
                        e -> new Refusal(ErrorCode.BAD_REQUEST, "The multipart body is broken."))
                .onErrorMap(
                        AbortedException.class,
                        e -> new Refusal(ErrorCode.BAD_REQUEST, "The connection was closed in the middle of the body."))
                // The reader gives a body's error to the part and to the whole, and nobody awaits one of them.
                .contextWrite(DroppedErrors.toDebug(LOG, "A body's error came twice"));
    }

    /** The bytes of the field, none of any other part. */
    private static ByteBuffer taken(PartEvent event) {
        DataBuffer content = event.content();
        try {
            ByteBuffer piece = ByteBuffer.allocate(event.name().equals(FIELD) ? content.readableByteCount() : 0);
            content.toByteBuffer(content.readPosition(), piece, 0, piece.capacity());
            return piece;
        } finally {
            DataBufferUtils.release(content);
        }
    }

    private static Refusal missing() {
        return new Refusal(
                ErrorCode.VALIDATION_ERROR,
                "The field \"file\" is missing.",
                List.of(Map.of("loc", List.of("body", FIELD), "msg", "Field required", "type", "missing")));
    }
}
