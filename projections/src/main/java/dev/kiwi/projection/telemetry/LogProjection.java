package dev.kiwi.projection.telemetry;

/**
 * An aggregate of a log, as statements over sets of records.
 *
 * @param log name of the log
 * @param logTable its table, with the schema
 * @param table of the aggregate, with its schema
 * @param apply adds the records of appends whose {@code flush} is above {@code :after} and at most {@code :upto}
 * @param prune deletes what was made of records before {@code :day}, a time at 00:00 UTC
 */
public record LogProjection(String log, String logTable, String table, String apply, String prune) {}
