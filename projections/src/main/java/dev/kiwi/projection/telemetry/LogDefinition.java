package dev.kiwi.projection.telemetry;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A log and how its records become rows.
 *
 * @param name in {@code telemetry.log}
 * @param table in schema {@code telemetry}, partitioned by {@code created_at}
 * @param at what goes to {@code created_at}
 * @param columns all others but the position
 */
public record LogDefinition<T>(String name, String table, Function<T, Instant> at, List<Column<T>> columns) {

    /** @param type in Postgres, which reads it from text */
    public record Column<T>(String name, String type, Function<T, @Nullable String> value) {}
}
