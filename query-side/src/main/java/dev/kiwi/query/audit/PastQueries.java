package dev.kiwi.query.audit;

import dev.kiwi.api.account.AccountEvent;
import dev.kiwi.api.account.AccountKey;
import dev.kiwi.api.audit.AccountAt;
import dev.kiwi.api.audit.ReadAccountAt;
import dev.kiwi.api.audit.ReadTokenAt;
import dev.kiwi.api.audit.TokenAt;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.token.TokenEvent;
import dev.kiwi.api.token.TokenKey;
import dev.kiwi.query.audit.PastEvents.PastEvent;
import dev.kiwi.query.dispatch.QueryComponent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/** What something was at some time: its events until then, folded. */
@QueryComponent
final class PastQueries {
    private final PastEvents events;

    PastQueries(PastEvents events) {
        this.events = events;
    }

    @QueryHandler
    TokenAt read(ReadTokenAt query) {
        List<PastEvent> until = until(query.at(), events.of(TokenKey.of(query.tokenId())));
        TokenPast past = new TokenPast();
        until.forEach(happened -> past.evolve((TokenEvent) happened.event()));
        return past.at(query.at(), until.getLast().at());
    }

    @QueryHandler
    AccountAt read(ReadAccountAt query) {
        List<PastEvent> all = events.of(AccountKey.of(query.accountId()));
        List<PastEvent> until = until(query.at(), all);
        AccountPast past = new AccountPast();
        until.forEach(happened -> past.evolve((AccountEvent) happened.event()));
        return past.at(query.at(), until.getLast().at(), AccountPast.erasedAt(all));
    }

    /** Never empty. Milliseconds are what the API shows of an event's time, so the whole of the last one counts. */
    private static List<PastEvent> until(Instant at, List<PastEvent> all) {
        List<PastEvent> until = all.stream()
                .filter(event -> !event.at().truncatedTo(ChronoUnit.MILLIS).isAfter(at))
                .toList();
        if (until.isEmpty()) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There was no such thing at that time.");
        }
        return until;
    }
}
