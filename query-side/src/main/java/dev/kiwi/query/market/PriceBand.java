package dev.kiwi.query.market;

import java.util.Arrays;

/**
 * Which prices are near enough to the rest: by the modified Z-score of their logarithms (market.md 8).
 *
 * @param middle median of the logarithms
 * @param widest greatest distance from it that still counts
 */
record PriceBand(double middle, double widest) {
    static final PriceBand ALL = new PriceBand(0, Double.POSITIVE_INFINITY);

    private static final int FEWEST = 5;
    private static final double NO_SPREAD = 1e-9;
    private static final double NORMAL = 0.6745;
    private static final double CUT_OFF = 3.5;

    static PriceBand of(double[] prices) {
        double[] logs = Arrays.stream(prices)
                .filter(price -> price > 0)
                .map(Math::log10)
                .sorted()
                .toArray();
        if (logs.length < FEWEST) {
            return ALL;
        }
        double middle = logs[logs.length / 2];
        double[] distances =
                Arrays.stream(logs).map(log -> Math.abs(log - middle)).sorted().toArray();
        double spread = distances[distances.length / 2];
        return spread < NO_SPREAD ? ALL : new PriceBand(middle, CUT_OFF * spread / NORMAL);
    }

    /** A price of nothing has no logarithm and is never left out. */
    boolean holds(double price) {
        return price <= 0 || Math.abs(Math.log10(price) - middle) <= widest;
    }
}
