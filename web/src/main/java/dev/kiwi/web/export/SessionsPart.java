package dev.kiwi.web.export;

import dev.kiwi.api.session.ExportSessions;
import dev.kiwi.api.session.SessionList;
import dev.kiwi.api.session.SessionView;
import dev.kiwi.web.dispatch.Queries;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The account's sessions, revoked ones too. */
@Component
@Order(2)
final class SessionsPart implements ExportPart {
    private final Queries queries;

    SessionsPart(Queries queries) {
        this.queries = queries;
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Flux<SessionView> items(String accountId) {
        return queries.ask(new ExportSessions(accountId), SessionList.class).flatMapIterable(SessionList::items);
    }
}
