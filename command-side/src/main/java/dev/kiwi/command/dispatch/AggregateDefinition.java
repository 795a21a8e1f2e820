package dev.kiwi.command.dispatch;

/**
 * An event-sourced aggregate; declared as a bean beside it. Its {@code @AggregateIdentifier} carries its type as a
 * prefix ({@code token:...}), because the event table's unique index does not know the type.
 *
 * @param snapshotEvery events between two snapshots; 0 for none
 */
public record AggregateDefinition<T>(Class<T> type, int snapshotEvery) {}
