package dev.kiwi.api.activity;

import dev.kiwi.api.kernel.TableRows;
import java.util.List;

/** How many played between each two captures of the last days (activity.md A5). */
public record GetActivityHistory(int days) {
    /** @param points oldest first; gaps are left out */
    public record ActivityHistory(
            int days, long windowStart, long windowEnd, List<HistoryPoint> points, String methodology)
            implements TableRows<HistoryPoint> {
        @Override
        public List<HistoryPoint> rows() {
            return points;
        }

        @Override
        public Class<HistoryPoint> rowType() {
            return HistoryPoint.class;
        }
    }

    public record HistoryPoint(
            long windowEnd, long windowStart, double durationHours, int estimate, double estimatePerHour) {}
}
