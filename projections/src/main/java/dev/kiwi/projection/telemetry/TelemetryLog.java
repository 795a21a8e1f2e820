package dev.kiwi.projection.telemetry;

import dev.kiwi.projection.telemetry.LogDefinition.Column;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appends to a log. Blocks. */
public final class TelemetryLog<T> {
    private final LogDefinition<T> definition;
    private final List<Column<T>> columns;
    private final JdbcClient sql;
    private final DayPartitions partitions;
    private final String insert;

    public TelemetryLog(DataSource dataSource, LogDefinition<T> definition) {
        this.definition = definition;
        this.columns = Stream.concat(
                        Stream.of(new Column<T>(
                                "created_at",
                                "timestamptz",
                                record -> definition.at().apply(record).toString())),
                        definition.columns().stream())
                .toList();
        this.sql = JdbcClient.create(dataSource);
        this.partitions = new DayPartitions(sql, definition.table());
        this.insert = insert();
    }

    /** All of them or, when it fails, none; they get the next positions in this order. */
    public void append(List<T> records) {
        Set<LocalDate> days = records.stream()
                .map(record ->
                        definition.at().apply(record).atOffset(ZoneOffset.UTC).toLocalDate())
                .collect(Collectors.toSet());
        partitions.make(days);
        try {
            write(records);
        } catch (DataIntegrityViolationException e) {
            // A day of which this node thought that it has its partition.
            partitions.forget();
            partitions.make(days);
            write(records);
        }
    }

    private void write(List<T> records) {
        List<Object> values = new ArrayList<>(List.of(records.size(), definition.name(), records.size()));
        for (Column<T> column : columns) {
            values.add(records.stream().map(column.value()).toArray(String[]::new));
        }
        sql.sql(insert).params(values).update();
    }

    /** One statement, and one row that is held until its commit: positions are in the order of commits, without gaps. */
    private String insert() {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String arrays =
                columns.stream().map(column -> "?::" + column.type() + "[]").collect(Collectors.joining(", "));
        return """
                with appended as (
                    update telemetry.log set head = head + ? where name = ? returning head - ? as base
                )
                insert into telemetry.%1$s (position, %2$s)
                select base + n, %2$s
                from appended, unnest(%3$s) with ordinality as record (%2$s, n)""".formatted(definition.table(), names, arrays);
    }
}
