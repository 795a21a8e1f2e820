package dev.kiwi.web.stream;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.leaderboard.GetTimestamps;
import dev.kiwi.api.leaderboard.GetTimestamps.Timestamps;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.time.Instant;
import java.util.Set;

/** The newest capture of the leaderboards, once every read serves it. More than is asked for. */
record CaptureSource(QueryDispatcher queries) implements StreamSource {
    /** @param createdAt the capture's moment in unix seconds, as the leaderboards' endpoints take it */
    record NewestCapture(long createdAt) {}

    @Override
    public String type() {
        return "leaderboards";
    }

    @Override
    public Set<Projection> readsFrom() {
        return Set.of(Projection.LEADERBOARDS);
    }

    @Override
    public State at(Instant now) {
        Timestamps newest =
                queries.query(new GetTimestamps(1), Timestamps.class).join();
        if (newest.items().isEmpty()) {
            return State.quiet(null);
        }
        long createdAt = newest.items().getFirst();
        return new State(new NewestCapture(createdAt), Long.toString(createdAt), null);
    }
}
