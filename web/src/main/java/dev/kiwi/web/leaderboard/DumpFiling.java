package dev.kiwi.web.leaderboard;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.leaderboard.Anchor;
import dev.kiwi.api.leaderboard.IngestCapture;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.command.leaderboard.CaptureHandoff;
import dev.kiwi.command.leaderboard.Dump;
import dev.kiwi.command.leaderboard.DumpHasAnAnchor;
import dev.kiwi.command.leaderboard.Epoch;
import dev.kiwi.command.leaderboard.FiledRows;
import dev.kiwi.web.dispatch.Commands;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Files a received dump as one event. Done when the event is durable, with {@code sync} when the reads serve it. */
@Component
class DumpFiling {
    private static final Logger LOG = LoggerFactory.getLogger(DumpFiling.class);

    private final Epoch epoch;
    private final CaptureHandoff handoff;
    private final Commands commands;
    private final FiledRows rows;
    private final IngestThreads threads;
    private final CompletenessGuard guard;
    private final Clock clock;

    DumpFiling(
            Epoch epoch,
            CaptureHandoff handoff,
            Commands commands,
            FiledRows rows,
            IngestThreads threads,
            CompletenessGuard guard,
            Clock clock) {
        this.epoch = epoch;
        this.handoff = handoff;
        this.commands = commands;
        this.rows = rows;
        this.threads = threads;
        this.guard = guard;
        this.clock = clock;
    }

    /** @param position of the event; -1 when nothing was filed */
    record Filed(InsertReply counts, long position) {}

    /** The anchor of the counts is null when the dump held no board and nothing was filed. Fails with 400 on a bad timestamp, with {@link IncompleteCapture} on a dump that was cut short. */
    Mono<Filed> file(DumpInsert.Request request, Dump dump, ServerWebExchange exchange) {
        return threads.call(() -> command(request, dump))
                .flatMap(command -> command.boards() == 0
                        ? Mono.just(new Filed(InsertReply.nothing(dump.bytes()), -1))
                        : checked(request, command, dump)
                                .then(Mono.defer(() -> send(request, command, dump, exchange)))
                                .map(done -> filed(command, done)));
    }

    private static Filed filed(IngestCapture command, Dispatched<IngestCapture.Ingested> done) {
        int cleared = Objects.requireNonNull(done.result()).clearedBeforeInsert();
        return new Filed(InsertReply.filed(command, cleared), done.position());
    }

    private Mono<Void> checked(DumpInsert.Request request, IngestCapture command, Dump dump) {
        return request.backfill() ? Mono.empty() : guard.check(command.anchor(), dump.capture());
    }

    private IngestCapture command(DumpInsert.Request request, Dump dump) {
        @Nullable Long timestamp = request.timestamp().seconds();
        long anchor = DumpHasAnAnchor.of(timestamp, clock.instant().getEpochSecond(), request.backfill());
        if (timestamp != null && Anchor.isMidnight(timestamp)) {
            LOG.warn("The dump of 00:00 UTC is filed under 11:00; a capture off the full hour would keep its time");
        }
        dump.capture().orphanOverlays().forEach(uuid -> LOG.warn("Board {} has a contest line but no standings", uuid));
        return IngestCapture.of(
                epoch.current(),
                anchor,
                dump.sha256(),
                dump.bytes(),
                dump.capture().boards().size(),
                dump.capture().entries(),
                IngestCapture.UPLOAD,
                request.backfill());
    }

    private Mono<Dispatched<IngestCapture.Ingested>> send(
            DumpInsert.Request request, IngestCapture command, Dump dump, ServerWebExchange exchange) {
        handoff.offer(dump.sha256(), dump.capture());
        Mono<Dispatched<IngestCapture.Ingested>> sent = request.sync()
                ? commands.sendAndAwait(command, exchange, Projection.LEADERBOARDS)
                : commands.send(command, exchange);
        return sent.doOnNext(done -> rows.count(command));
    }
}
