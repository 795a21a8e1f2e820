package dev.kiwi.web.leaderboard;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.leaderboard.Dump;
import dev.kiwi.command.leaderboard.DumpBacklog;
import dev.kiwi.command.leaderboard.DumpIntake;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.http.DetachedWork;
import dev.kiwi.web.http.RequestId;
import dev.kiwi.web.submission.SubmissionLog;
import dev.kiwi.web.submission.SubmittedTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One dump from the wire to the answer: received and parsed, filed, and in any case logged and kept. */
@Component
class DumpInsert {
    static final String ENDPOINT = "/v1/leaderboards/insert";
    private static final Logger LOG = LoggerFactory.getLogger(DumpInsert.class);

    private final UploadedFile uploads;
    private final DumpIntake intake;
    private final DumpFiling filing;
    private final DumpBacklog backlog;
    private final SubmissionLog log;
    private final IngestThreads threads;
    private final AnalysisWaker waker;

    DumpInsert(
            UploadedFile uploads,
            DumpIntake intake,
            DumpFiling filing,
            DumpBacklog backlog,
            SubmissionLog log,
            IngestThreads threads,
            AnalysisWaker waker) {
        this.uploads = uploads;
        this.intake = intake;
        this.filing = filing;
        this.backlog = backlog;
        this.log = log;
        this.threads = threads;
        this.waker = waker;
    }

    /** @param timestamp none for the most recent 11:00 UTC */
    record Request(SubmittedTime timestamp, boolean backfill, boolean sync, boolean warm, Caller caller) {
        /** A backfill wakes nobody: its last capture is found soon enough. */
        boolean wakes() {
            return warm && !backfill;
        }
    }

    /** What became of a dump; {@code bytes} is 0 while it was not received whole. */
    private sealed interface Outcome {
        record Filed(InsertReply counts, long position) implements Outcome {}

        record Failed(long bytes, Throwable failure) implements Outcome {}
    }

    Mono<InsertReply> insert(Request request, ServerWebExchange exchange) {
        // A bot that hangs up must not cut a dump off between its event and its row in the log.
        return DetachedWork.of(() -> whole(request, exchange), LOG, "The bot has gone before its answer");
    }

    private Mono<InsertReply> whole(Request request, ServerWebExchange exchange) {
        return Mono.usingWhen(
                        threads.call(intake::begin),
                        upload -> uploads.receive(exchange, upload).flatMap(dump -> file(request, dump, exchange)),
                        upload -> Mono.<Void>fromRunnable(upload::close).subscribeOn(threads.scheduler()))
                .onErrorResume(failure -> Mono.just(new Outcome.Failed(0, failure)))
                .flatMap(outcome -> answer(request, outcome, exchange));
    }

    private Mono<Outcome> file(Request request, Dump dump, ServerWebExchange exchange) {
        return filing.file(request, dump, exchange)
                .doOnNext(filed -> keep(dump, filed.counts().anchor()))
                .<Outcome>map(filed -> new Outcome.Filed(filed.counts(), filed.position()))
                .onErrorResume(failure -> {
                    keep(dump, null);
                    return Mono.just(new Outcome.Failed(dump.bytes(), failure));
                });
    }

    private void keep(Dump dump, @Nullable Long anchor) {
        if (anchor == null) {
            backlog.reject(dump.sha256());
        } else {
            backlog.keep(anchor, dump.sha256());
        }
    }

    private Mono<InsertReply> answer(Request request, Outcome outcome, ServerWebExchange exchange) {
        return switch (outcome) {
            case Outcome.Filed filed -> {
                InsertReply counts = filed.counts();
                if (request.wakes() && counts.anchor() != null) {
                    waker.wakeOnceServed(filed.position());
                }
                yield log.success(exchange, request.caller(), ENDPOINT, summary(counts))
                        .thenReturn(request.sync() ? counts : InsertReply.later(counts.bytes()));
            }
            case Outcome.Failed failed -> {
                noteFault(exchange, failed.failure());
                Mono<InsertReply> answer = failed.failure() instanceof IncompleteCapture incomplete
                        ? Mono.just(InsertReply.incomplete(failed.bytes(), incomplete))
                        : answersFault(request, failed)
                                ? Mono.just(InsertReply.failed(failed.bytes()))
                                : Mono.error(failed.failure());
                yield log.failure(exchange, request.caller(), ENDPOINT, summary(request, failed), failed.failure())
                        .then(answer);
            }
        };
    }

    /** With {@code sync} a fault of ours after the upload is an answer; what the caller did wrong stays a refusal. */
    private static boolean answersFault(Request request, Outcome.Failed failed) {
        boolean callers = failed.failure() instanceof Refusal refusal && refusal.code() == ErrorCode.BAD_REQUEST;
        return request.sync() && failed.bytes() > 0 && !callers;
    }

    private static void noteFault(ServerWebExchange exchange, Throwable failure) {
        // An ErrorResponse is the framework's word for what the caller did wrong, such as a body over the cap.
        if (!(failure instanceof Refusal || failure instanceof ErrorResponse || failure instanceof IncompleteCapture)) {
            try (var requestId = RequestId.onLog(exchange)) {
                LOG.error("A dump could not be filed", failure);
            }
        }
    }

    private static Map<String, @Nullable Object> summary(InsertReply counts) {
        Map<String, @Nullable Object> summary = new HashMap<>();
        summary.put("boards", counts.boards());
        summary.put("entries", counts.entries());
        summary.put("anchor", counts.anchor());
        summary.put("cleared_before_insert", counts.clearedBeforeInsert());
        summary.put("archived_old", 0);
        summary.put("bytes", counts.bytes());
        return summary;
    }

    private static Map<String, @Nullable Object> summary(Request request, Outcome.Failed failed) {
        Map<String, @Nullable Object> summary = new HashMap<>();
        if (failed.failure() instanceof IncompleteCapture incomplete) {
            summary.putAll(incomplete.summary());
        }
        summary.put("bytes", failed.bytes());
        summary.put("anchor", request.timestamp().secondsIfNumber());
        return summary;
    }
}
