package dev.kiwi.api.market;

import dev.kiwi.api.kernel.TableRows;
import java.util.List;

/**
 * What one item was offered for, day by day; refused with 404 when it was never stored.
 *
 * @param days back from now, today included
 * @param outliers whether prices count that are far from the rest of their day
 */
public record GetPriceHistory(String name, int days, boolean outliers) {
    /** @param items oldest day first; days without a listing are left out */
    public record PriceHistory(String name, int days, List<PriceDay> items, int count) implements TableRows<PriceDay> {
        @Override
        public List<PriceDay> rows() {
            return items;
        }

        @Override
        public Class<PriceDay> rowType() {
            return PriceDay.class;
        }
    }

    /**
     * The listings that were posted on one day, each counted once.
     *
     * @param day its start, 00:00 UTC, unix seconds
     * @param volume pieces, all stacks together
     * @param leftOut listings that were left out as outliers
     */
    public record PriceDay(
            long day, int listings, long volume, double minEach, double medianEach, double maxEach, int leftOut) {}
}
