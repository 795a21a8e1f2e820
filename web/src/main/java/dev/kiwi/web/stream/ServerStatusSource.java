package dev.kiwi.web.stream;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.status.FindServerStatus;
import dev.kiwi.api.status.ServerStatus;
import dev.kiwi.api.status.Verdict;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.time.Instant;
import java.util.Set;

/** Whether the game's servers are up. */
record ServerStatusSource(QueryDispatcher queries) implements StreamSource {
    @Override
    public String type() {
        return "server_status";
    }

    @Override
    public Set<Projection> readsFrom() {
        return Set.of(Projection.FEED);
    }

    @Override
    public State at(Instant now) {
        ServerStatus status =
                queries.query(new FindServerStatus(now), ServerStatus.class).join();
        return status.overall().equals(Verdict.UNKNOWN.key())
                ? State.quiet(null)
                : new State(status, "status:" + status.overall(), null);
    }
}
