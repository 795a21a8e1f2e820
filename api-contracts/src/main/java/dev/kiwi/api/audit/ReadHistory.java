package dev.kiwi.api.audit;

/** Query for one event with its chain of causes, {@link HistoryDetail}; refused with {@code not_found}. */
public record ReadHistory(long position) {}
