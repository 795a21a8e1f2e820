package dev.kiwi.web.leaderboard;

import dev.kiwi.command.leaderboard.Dump;
import dev.kiwi.command.leaderboard.DumpIntake;
import dev.kiwi.web.submission.FileField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The uploaded dump, piece by piece into the intake. */
@Component
class UploadedFile {
    private final IngestThreads threads;

    UploadedFile(IngestThreads threads) {
        this.threads = threads;
    }

    /** Fails with 422 without the field, with 400 when the body is cut short, empty or silent for a minute. */
    Mono<Dump> receive(ServerWebExchange exchange, DumpIntake.Upload upload) {
        return FileField.pieces(exchange)
                .publishOn(threads.scheduler(), 8)
                .doOnNext(piece -> write(piece, upload))
                .then(Mono.fromCallable(upload::finish));
    }

    private static void write(ByteBuffer piece, DumpIntake.Upload upload) {
        try {
            upload.write(piece);
        } catch (IOException e) {
            throw new UncheckedIOException("The upload could not be stored", e);
        }
    }
}
