package dev.kiwi.projection.machinery;

import com.mongodb.client.model.WriteModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A projector's way to write one version, within the batch of the running transaction. */
final class VersionReadModel implements ReadModel {
    private final Version version;
    private final JdbcClient jdbc;

    VersionReadModel(Version version, DataSource dataSource) {
        this.version = version;
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public JdbcClient jdbc() {
        // Outside a batch the search path would be another schema's.
        Batch.current().rows().flush();
        return jdbc;
    }

    @Override
    public <T> T withConnection(ConnectionWork<T> work) {
        try {
            Batch batch = Batch.current();
            batch.rows().flush();
            return work.run(batch.connection());
        } catch (SQLException e) {
            throw new UncategorizedSQLException("projecting into " + version.processor(), null, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void change(String sql, @Nullable Object... values) {
        Batch.current().rows().add(sql, values);
    }

    @Override
    public void write(String collection, WriteModel<Document> write) {
        Batch.current().mongo().add(collection, write);
    }

    @Override
    public void afterCommit(Runnable action) {
        Batch.current().afterCommit(action);
    }

    @Override
    public boolean isShadow() {
        return version.isShadow();
    }
}
