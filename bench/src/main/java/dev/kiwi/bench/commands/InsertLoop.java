package dev.kiwi.bench.commands;

import dev.kiwi.bench.load.HttpLoad;
import dev.kiwi.bench.load.Latencies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.bson.types.ObjectId;

/**
 * The floor of a durable command: one row with the bytes of a stored event into a table with the event table's indexes,
 * a commit each, on connections that stay open.
 */
final class InsertLoop {
    private static final String INSERT = "insert into baseline.event values (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)";

    private final DataSource dataSource;
    private final AtomicLong position = new AtomicLong();
    private final Row row;

    /** @param chain 32 bytes */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(
            String type, String payloadType, String revision, byte[] payload, byte[] metadata, byte[] chain) {}

    private InsertLoop(DataSource dataSource, Row row) {
        this.dataSource = dataSource;
        this.row = row;
    }

    /** @param dataSource of Kiwi's database, with at least one minted token in it */
    static InsertLoop like(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema baseline");
            statement.execute("create table baseline.event (like es.event including all)");
            try (ResultSet event = statement.executeQuery(
                    "select type, payload_type, payload_revision, payload, meta_data, chain from es.event"
                            + " where payload_type = 'token.TokenMinted' order by global_index desc limit 1")) {
                if (!event.next()) {
                    throw new SQLException("No token was minted yet");
                }
                Row row = new Row(
                        event.getString(1),
                        event.getString(2),
                        event.getString(3),
                        event.getBytes(4),
                        event.getBytes(5),
                        event.getBytes(6));
                return new InsertLoop(dataSource, row);
            }
        }
    }

    HttpLoad.Result run(int inFlight, Duration duration) throws Exception {
        List<Connection> connections = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(inFlight)) {
            for (int i = 0; i < inFlight; i++) {
                connections.add(dataSource.getConnection());
            }
            long begin = System.nanoTime();
            long deadline = begin + duration.toNanos();
            List<Callable<List<Long>>> loops = new ArrayList<>();
            connections.forEach(connection -> loops.add(() -> insert(connection, deadline)));
            Latencies.Recorder latencies = new Latencies.Recorder();
            for (Future<List<Long>> loop : threads.invokeAll(loops)) {
                loop.get().forEach(latencies::add);
            }
            return new HttpLoad.Result((System.nanoTime() - begin) / 1e9, latencies.latencies());
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private List<Long> insert(Connection connection, long deadline) throws SQLException {
        List<Long> times = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (long begin = System.nanoTime(); begin < deadline; begin = System.nanoTime()) {
                insert.setLong(1, position.incrementAndGet());
                insert.setString(2, UUID.randomUUID().toString());
                insert.setString(3, "token:" + ObjectId.get().toHexString());
                insert.setString(4, row.type());
                insert.setObject(5, OffsetDateTime.now(ZoneOffset.UTC));
                insert.setString(6, row.payloadType());
                insert.setString(7, row.revision());
                insert.setBytes(8, row.payload());
                insert.setBytes(9, row.metadata());
                insert.setBytes(10, row.chain());
                insert.executeUpdate();
                times.add(System.nanoTime() - begin);
            }
        }
        return times;
    }
}
