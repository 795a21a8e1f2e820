package dev.kiwi.projection.telemetry;

import dev.kiwi.projection.telemetry.LogDefinition.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Appends to a log. Blocks. */
public final class TelemetryLog<T> {
    private final LogDefinition<T> definition;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final DayPartitions partitions;
    private final String insert;

    public TelemetryLog(DataSource dataSource, LogDefinition<T> definition) {
        this.definition = definition;
        this.sql = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.partitions = new DayPartitions(JdbcClient.create(dataSource), definition.table());
        this.insert = insert();
    }

    /** What the records of a row share. */
    private record Shared(Instant hour, List<String> values) {}

    /** A record and its place in the append. */
    private record Nth<T>(int n, T record) {}

    private record Row<T>(Shared shared, List<Nth<T>> records) {}

    /** All of them or, when it fails, none; they get the next positions in this order. */
    public void append(List<T> records) {
        if (records.isEmpty()) {
            return;
        }
        Collection<Row<T>> rows = rows(records);
        Set<LocalDate> days = rows.stream()
                .map(row -> row.shared().hour().atOffset(ZoneOffset.UTC).toLocalDate())
                .collect(Collectors.toSet());
        partitions.make(days);
        try {
            write(records.size(), rows);
        } catch (DataIntegrityViolationException e) {
            // A day of which this node thought that it has its partition.
            partitions.forget();
            partitions.make(days);
            write(records.size(), rows);
        }
    }

    private Collection<Row<T>> rows(List<T> records) {
        Map<Shared, Row<T>> rows = new LinkedHashMap<>();
        for (int n = 0; n < records.size(); n++) {
            T record = records.get(n);
            Instant hour = definition.at().apply(record).truncatedTo(ChronoUnit.HOURS);
            List<String> values = definition.keys().stream()
                    .map(key -> key.value().apply(record))
                    .toList();
            rows.computeIfAbsent(new Shared(hour, values), shared -> new Row<>(shared, new ArrayList<>()))
                    .records()
                    .add(new Nth<>(n, record));
        }
        return rows.values();
    }

    /** The log's row is held until the commit: positions are in the order of commits, without gaps. */
    private void write(int size, Collection<Row<T>> rows) {
        transaction.executeWithoutResult(status -> {
            Long head = sql.queryForObject(
                    "update telemetry.log set head = head + ? where name = ? returning head",
                    Long.class,
                    size,
                    definition.name());
            if (head == null) {
                throw new IllegalStateException("There is no log " + definition.name());
            }
            long flush = head - size + 1;
            sql.batchUpdate(insert, rows, rows.size(), (statement, row) -> bind(statement, flush, row));
        });
    }

    private void bind(PreparedStatement statement, long flush, Row<T> row) throws SQLException {
        int at = 1;
        statement.setLong(at++, flush);
        statement.setString(at++, row.shared().hour().toString());
        for (String value : row.shared().values()) {
            statement.setString(at++, value);
        }
        Connection connection = statement.getConnection();
        for (Function<Nth<T>, @Nullable String> element : elements()) {
            @Nullable String[] values = row.records().stream().map(element).toArray(String[]::new);
            statement.setArray(at++, connection.createArrayOf("text", values));
        }
    }

    private List<Function<Nth<T>, @Nullable String>> elements() {
        Stream<Function<Nth<T>, @Nullable String>> own = Stream.of(
                nth -> Integer.toString(nth.n()),
                nth -> definition.at().apply(nth.record()).toString());
        return Stream.concat(
                        own,
                        definition.columns().stream()
                                .<Function<Nth<T>, @Nullable String>>map(
                                        column -> nth -> column.value().apply(nth.record())))
                .toList();
    }

    private String insert() {
        Stream<Column<T>> arrays = Stream.concat(
                Stream.of(
                        new Column<>("nth", "integer", record -> null),
                        new Column<>("created_at", "timestamptz", record -> null)),
                definition.columns().stream());
        List<String> names = new ArrayList<>(List.of("flush", "hour"));
        List<String> values = new ArrayList<>(List.of("?", "cast(? as timestamptz)"));
        definition.keys().forEach(key -> {
            names.add(key.name());
            values.add("?");
        });
        arrays.forEach(array -> {
            names.add(array.name());
            values.add("cast(? as " + array.type() + "[])");
        });
        return "insert into telemetry.%s (%s) values (%s)"
                .formatted(definition.table(), String.join(", ", names), String.join(", ", values));
    }
}
