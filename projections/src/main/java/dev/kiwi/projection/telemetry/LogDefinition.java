package dev.kiwi.projection.telemetry;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A log and how its records become rows: those of one append that share UTC hour and keys are one row.
 *
 * @param name in {@code telemetry.log}
 * @param table in schema {@code telemetry}, partitioned by {@code hour}
 * @param at what goes to the array {@code created_at}
 * @param keys columns that all records of a row share
 * @param columns all others, arrays with an element a record
 */
public record LogDefinition<T>(
        String name, String table, Function<T, Instant> at, List<Key<T>> keys, List<Column<T>> columns) {

    /** A text column. */
    public record Key<T>(String name, Function<T, String> value) {}

    /** @param type of the value in Postgres, which reads it from text */
    public record Column<T>(String name, String type, Function<T, @Nullable String> value) {}
}
