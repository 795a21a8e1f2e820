package dev.kiwi.web.siteuser;

import dev.kiwi.api.siteuser.CountTroveClaims;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.pending.OpenQueue;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.springframework.stereotype.Component;

/** People who say which player they are, until an administrator has looked. */
@Component
final class OpenTroveClaims implements OpenQueue {
    private final QueryDispatcher queries;

    OpenTroveClaims(QueryDispatcher queries) {
        this.queries = queries;
    }

    @Override
    public String tab() {
        return "site-claims";
    }

    @Override
    public List<Waiting> waiting() throws ExecutionException, InterruptedException {
        long pending = queries.query(new CountTroveClaims(true), Long.class).get();
        return List.of(new Waiting("unverified", pending));
    }
}
