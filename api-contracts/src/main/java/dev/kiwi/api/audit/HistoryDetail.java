package dev.kiwi.api.audit;

import java.util.List;

/**
 * One event and what it belongs to.
 *
 * @param causes what led to it, the direct cause first
 * @param related other events of the same correlation in order of position, at most a hundred
 */
public record HistoryDetail(HistoryItem event, List<HistoryItem> causes, List<HistoryItem> related) {}
