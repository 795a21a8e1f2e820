package dev.kiwi.projection.machinery;

import com.mongodb.client.model.WriteModel;
import java.util.Arrays;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The version of a read model that a projector fills: the live one or a shadow being built.
 *
 * <p>Postgres: {@link #jdbc()} runs in the batch's transaction with the version's schema on the search path, so SQL
 * names tables without a schema. Mongo: {@link #write} collects the batch's writes; they are sent in order as one bulk
 * before the batch commits. Mongo writes must be idempotent and guarded by the event's position.
 */
public interface ReadModel {
    JdbcClient jdbc();

    /**
     * Changes rows by a statement with positional parameters. It is collected: neighbours of the same text are sent
     * together, before anything else that a handler asks of Postgres and at the latest before the batch commits.
     */
    default void change(String sql, @Nullable Object... values) {
        jdbc().sql(sql).params(Arrays.asList(values)).update();
    }

    /** The batch's connection, for COPY; do not close or commit it. */
    <T> T withConnection(ConnectionWork<T> work);

    /** @param collection name without the version's suffix */
    void write(String collection, WriteModel<Document> write);

    /** Runs after the batch has committed; not at all when it rolls back. For in-memory caches of committed rows. */
    void afterCommit(Runnable action);

    /** True in a shadow: nothing may be published, mailed or called. */
    boolean isShadow();

    interface ConnectionWork<T> {
        T run(java.sql.Connection connection) throws java.sql.SQLException, java.io.IOException;
    }
}
