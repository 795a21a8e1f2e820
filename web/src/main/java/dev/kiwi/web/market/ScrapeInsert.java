package dev.kiwi.web.market;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.market.GetInterestItems;
import dev.kiwi.api.market.GetInterestItems.InterestItems;
import dev.kiwi.api.market.IngestScrape;
import dev.kiwi.command.market.ReceivedScrape;
import dev.kiwi.command.market.ScrapeIntake;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.DetachedWork;
import dev.kiwi.web.submission.FileField;
import dev.kiwi.web.submission.SubmissionLog;
import dev.kiwi.web.submission.SubmittedTime;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One scrape from the wire to the answer: received and parsed, filed, and in any case logged. */
@Component
class ScrapeInsert {
    static final String ENDPOINT = "/v1/market/insert";
    private static final Logger LOG = LoggerFactory.getLogger(ScrapeInsert.class);

    private final ScrapeIntake intake;
    private final Commands commands;
    private final Queries queries;
    private final SubmissionLog log;
    private final BlockingWork blocking;
    private final Clock clock;

    ScrapeInsert(
            ScrapeIntake intake,
            Commands commands,
            Queries queries,
            SubmissionLog log,
            BlockingWork blocking,
            Clock clock) {
        this.intake = intake;
        this.commands = commands;
        this.queries = queries;
        this.log = log;
        this.blocking = blocking;
        this.clock = clock;
    }

    /** @param timestamp none, or not positive, for now */
    Mono<ScrapeReply> insert(SubmittedTime timestamp, Caller caller, ServerWebExchange exchange) {
        // A bot that hangs up must not cut a scrape off between its event and its row in the log.
        return DetachedWork.of(() -> logged(timestamp, caller, exchange), LOG, "The bot has gone before its answer");
    }

    private Mono<ScrapeReply> logged(SubmittedTime timestamp, Caller caller, ServerWebExchange exchange) {
        return Mono.usingWhen(
                        blocking.call(intake::begin),
                        upload -> receive(exchange, upload),
                        upload -> blocking.run(upload::close))
                .flatMap(scrape -> file(scrape, timestamp, exchange)
                        .flatMap(reply -> log.success(exchange, caller, ENDPOINT, reply.summary(scrape.bytes()))
                                .thenReturn(reply)))
                .onErrorResume(failure -> log.failure(exchange, caller, ENDPOINT, Map.of(), failure)
                        .then(Mono.error(failure)));
    }

    private Mono<ReceivedScrape> receive(ServerWebExchange exchange, ScrapeIntake.Upload upload) {
        return FileField.pieces(exchange)
                .concatMap(piece -> blocking.<Void>call(() -> {
                    upload.write(piece);
                    return null;
                }))
                .then(blocking.call(upload::finish));
    }

    private Mono<ScrapeReply> file(ReceivedScrape scrape, SubmittedTime submitted, ServerWebExchange exchange) {
        @Nullable Long timestamp = submitted.seconds();
        if (scrape.listings().isEmpty()) {
            return Mono.just(ScrapeReply.NOTHING);
        }
        return queries.ask(new GetInterestItems(), InterestItems.class).flatMap(interest -> {
            IngestScrape command = scrape.filing(timestamp, clock.instant().getEpochSecond(), interest.names());
            return commands.sendAndAwait(command, exchange, Projection.MARKET).thenReturn(ScrapeReply.of(command));
        });
    }
}
