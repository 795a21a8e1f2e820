package dev.kiwi.command.eventstore;

/** A row that is committed with a command's events or not at all. */
public record CompanionRow<R>(CompanionTable<R> table, R row) {}
