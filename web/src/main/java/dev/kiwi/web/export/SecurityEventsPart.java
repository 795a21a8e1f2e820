package dev.kiwi.web.export;

import dev.kiwi.api.session.IncidentList;
import dev.kiwi.api.session.IncidentList.Incident;
import dev.kiwi.api.session.ListIncidents;
import dev.kiwi.web.dispatch.Queries;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** What has happened to the security of the account, newest first. */
@Component
@Order(4)
final class SecurityEventsPart implements ExportPart {
    private final Queries queries;

    SecurityEventsPart(Queries queries) {
        this.queries = queries;
    }

    @Override
    public String name() {
        return "security_events";
    }

    @Override
    public Flux<Incident> items(String accountId) {
        return queries.ask(new ListIncidents(accountId, Integer.MAX_VALUE), IncidentList.class)
                .flatMapIterable(IncidentList::items);
    }
}
