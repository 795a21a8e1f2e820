package dev.kiwi.web.dispatch;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.NotThereYet;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.projection.machinery.AppliedPositions;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Queries whose answer knows of a certain event; they block until it does. */
@Component
public final class CaughtUpQueries {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final QueryDispatcher queries;
    private final ObjectProvider<AppliedPositions> positions;

    /** @param positions asked for late: they know all projections, and so the processes that ask */
    CaughtUpQueries(QueryDispatcher queries, ObjectProvider<AppliedPositions> positions) {
        this.queries = queries;
        this.positions = positions;
    }

    /**
     * Empty when there is no such thing.
     *
     * @throws NotThereYet when the read model does not get there in time
     */
    public <R> Optional<R> ask(Object query, Class<R> resultType, Projection readModel, long position) {
        await(readModel, position);
        try {
            return Optional.of(queries.query(query, resultType).join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refusal refusal && refusal.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Waits for a position.
     *
     * @return the one that the read model has applied by then, and all before it; at least the one waited for
     * @throws IllegalStateException when the read model does not get there in time
     */
    public long reached(Projection readModel, long position) {
        await(readModel, position);
        return Math.max(position, positions.getObject().applied(readModel.key()));
    }

    private void await(Projection readModel, long position) {
        boolean reached = positions
                .getObject()
                .await(List.of(readModel.key()), position, PATIENCE)
                .join();
        if (!reached) {
            throw new NotThereYet(readModel, position);
        }
    }
}
