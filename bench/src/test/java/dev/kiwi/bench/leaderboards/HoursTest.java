package dev.kiwi.bench.leaderboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HoursTest {
    private static final long TEN = 1_795_341_600L;

    @Test
    void theLastIsTheNewestThatIsNotAhead() {
        Hours hours = new Hours(0, 720);
        long fivePast = TEN + 300;
        assertThat(hours.anchorAt(fivePast) + 719 * 3_600L).isEqualTo(fivePast);
        assertThat(hours.anchorAt(fivePast + 3_599) + 719 * 3_600L).isEqualTo(fivePast);
        assertThat(hours.anchorAt(fivePast - 1) + 719 * 3_600L).isEqualTo(fivePast - 3_600);
    }

    @Test
    void batchesAreInOrderAndTheLastHasTheRest() {
        assertThat(new Hours(0, 100).batches(48))
                .containsExactly(new Hours(0, 48), new Hours(48, 96), new Hours(96, 100));
        assertThat(new Hours(0, 48).batches(48)).containsExactly(new Hours(0, 48));
        assertThat(new Hours(5, 6).batches(48)).containsExactly(new Hours(5, 6));
    }

    @Test
    void theNewestAreTheLast() {
        assertThat(new Hours(0, 720).newest(25)).isEqualTo(new Hours(695, 720));
        assertThat(new Hours(0, 25).newest(25).count()).isEqualTo(25);
        assertThatThrownBy(() -> new Hours(0, 24).newest(25)).hasMessageContaining("no hours");
    }
}
