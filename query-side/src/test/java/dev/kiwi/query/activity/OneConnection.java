package dev.kiwi.query.activity;

import com.mongodb.client.model.WriteModel;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.machinery.ReadModel;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.bson.Document;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The tables of a read model behind one connection: hundreds of captures would open thousands. */
final class OneConnection implements ReadModel, AutoCloseable {
    private final DataSource database;
    private final Connection connection;
    private final DataSource dataSource;
    private final JdbcClient jdbc;

    OneConnection(String schema, String ddl) {
        try {
            database = TestStores.freshDatabase().dataSource();
            connection = database.getConnection();
            connection.createStatement().execute("create schema " + schema + "; set search_path to " + schema);
            ScriptUtils.executeSqlScript(connection, new ClassPathResource(ddl));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        dataSource = new SingleConnectionDataSource(connection, true);
        jdbc = JdbcClient.create(dataSource);
    }

    /** The one connection. */
    DataSource dataSource() {
        return dataSource;
    }

    /** Connections of others. */
    DataSource database() {
        return database;
    }

    @Override
    public JdbcClient jdbc() {
        return jdbc;
    }

    @Override
    public <T> T withConnection(ConnectionWork<T> work) {
        try {
            return work.run(connection);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(String collection, WriteModel<Document> write) {
        throw new UnsupportedOperationException("a Postgres read model");
    }

    @Override
    public void afterCommit(Runnable action) {
        action.run();
    }

    @Override
    public boolean isShadow() {
        return false;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
