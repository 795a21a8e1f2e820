package dev.kiwi.api.audit;

import java.util.List;

/** Events newest first. @param hasMore older ones match too */
public record HistoryPage(List<HistoryItem> items, boolean hasMore) {}
