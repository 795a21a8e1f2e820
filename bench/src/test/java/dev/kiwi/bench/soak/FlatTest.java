package dev.kiwi.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.bench.Figure;
import org.junit.jupiter.api.Test;

class FlatTest {
    private final Flat flat = new Flat(1.1, 3);

    @Test
    void whatGrowsByLessThanTheRatioIsFlat() {
        assertThat(flat.holds(from(100, 110))).isTrue();
        assertThat(flat.holds(from(100, 111))).isFalse();
    }

    @Test
    void aFewMoreOfFewAreNoGrowth() {
        assertThat(flat.holds(from(5, 8))).isTrue();
        assertThat(flat.holds(from(5, 9))).isFalse();
    }

    @Test
    void whatIsNotMeasuredIsNotFlat() {
        assertThat(flat.holds(from(5, Double.NaN))).isFalse();
    }

    private static Figure from(double first, double last) {
        return new Figure("soak", "threads", last, "", "first_minutes", first, "");
    }
}
