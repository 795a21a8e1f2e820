package dev.kiwi.api.audit;

/** Query for a {@link HistoryPage}, newest first. @param limit most items of the page */
public record SearchHistory(HistoryFilter filter, int limit) {}
