package dev.kiwi.query.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** market.md 8. */
class PriceBandTest {
    @Test
    void fewerThanFivePricesAreAllNear() {
        assertThat(PriceBand.of(new double[] {1, 1, 1, 1e6})).isSameAs(PriceBand.ALL);
        assertThat(PriceBand.of(new double[] {1, 1, 1, 1e6, 0})).isSameAs(PriceBand.ALL);
    }

    @Test
    void equalPricesAreAllNear() {
        assertThat(PriceBand.of(new double[] {5, 5, 5, 5, 900})).isSameAs(PriceBand.ALL);
    }

    @Test
    void aPriceIsFarByTheLogarithmsOfTheRest() {
        // Logarithms 0 1 2 3 4: the middle is 2, the spread 1, so the limit is 3.5 / 0.6745 = 5.19.
        PriceBand band = PriceBand.of(new double[] {1, 10, 100, 1_000, 10_000});
        assertThat(band.holds(1e7)).isTrue();
        assertThat(band.holds(1e8)).isFalse();
        assertThat(band.holds(1e-3)).isTrue();
        assertThat(band.holds(1e-4)).isFalse();
        assertThat(band.holds(0)).isTrue();
    }
}
