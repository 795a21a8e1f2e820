package dev.kiwi.query.market;

import dev.kiwi.api.market.GetPriceHistory.PriceDay;
import java.util.List;

/** One listing in a price history. */
record Offer(double priceEach, int stack) {
    /** @param offers of one day, at least one */
    static PriceDay day(long day, List<Offer> offers, boolean withOutliers) {
        PriceBand band = withOutliers
                ? PriceBand.ALL
                : PriceBand.of(offers.stream().mapToDouble(Offer::priceEach).toArray());
        List<Offer> counted =
                offers.stream().filter(offer -> band.holds(offer.priceEach())).toList();
        double[] prices =
                counted.stream().mapToDouble(Offer::priceEach).sorted().toArray();
        return new PriceDay(
                day,
                counted.size(),
                counted.stream().mapToLong(Offer::stack).sum(),
                prices[0],
                median(prices),
                prices[prices.length - 1],
                offers.size() - counted.size());
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
