package dev.kiwi.web.leaderboard;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.leaderboard.Dump;
import dev.kiwi.command.leaderboard.DumpIntake;
import dev.kiwi.web.http.DroppedErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** The multipart field {@code file}, piece by piece from the wire into the intake; never whole in memory. */
@Component
class UploadedFile {
    private static final Logger LOG = LoggerFactory.getLogger(UploadedFile.class);
    private static final String FIELD = "file";
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final PartEventHttpMessageReader reader = new PartEventHttpMessageReader();
    private final IngestThreads threads;

    UploadedFile(IngestThreads threads) {
        this.threads = threads;
    }

    /** Fails with 422 without the field, with 400 when the body is cut short, empty or silent for a minute. */
    Mono<Dump> receive(ServerWebExchange exchange, DumpIntake.Upload upload) {
        MediaType type = exchange.getRequest().getHeaders().getContentType();
        if (type == null || !MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
            return Mono.error(missing());
        }
        boolean[] seen = new boolean[1];
        Flux<PartEvent> events = reader.read(ResolvableType.forClass(PartEvent.class), exchange.getRequest(), Map.of());
        return events.timeout(SILENCE)
                .doOnDiscard(PartEvent.class, event -> DataBufferUtils.release(event.content()))
                .doOnNext(event -> seen[0] |= event.name().equals(FIELD))
                // Network buffers stay on their own thread: an upload that breaks off there frees them at any moment.
                .map(UploadedFile::taken)
                .publishOn(threads.scheduler(), 8)
                .doOnNext(piece -> write(piece, upload))
                .then(Mono.fromCallable(() -> {
                    if (!seen[0]) {
                        throw missing();
                    }
                    return upload.finish();
                }))
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

    private static void write(ByteBuffer piece, DumpIntake.Upload upload) {
        try {
            upload.write(piece);
        } catch (IOException e) {
            throw new UncheckedIOException("The upload could not be stored", e);
        }
    }

    private static Refusal missing() {
        return new Refusal(
                ErrorCode.VALIDATION_ERROR,
                "The field \"file\" is missing.",
                List.of(Map.of("loc", List.of("body", FIELD), "msg", "Field required", "type", "missing")));
    }
}
