package dev.kiwi.bench.soak;

import dev.kiwi.bench.Figure;

/**
 * How much more something may be at the end than in the first minutes.
 *
 * @param ratio of the end to the begin, at most
 * @param more or so much above the begin, however small that was
 */
record Flat(double ratio, double more) {
    boolean holds(Figure figure) {
        return figure.value() <= Math.max(figure.baselineValue() * ratio, figure.baselineValue() + more);
    }
}
