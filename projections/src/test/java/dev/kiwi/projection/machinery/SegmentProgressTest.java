package dev.kiwi.projection.machinery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentProgressTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final SegmentProgress progress = new SegmentProgress(nanos::get, Duration.ofMillis(50));

    @Test
    void whatIsPassedOverIsAppliedAtOnceWhenNothingIsAtWork() {
        assertThat(progress.passes(1)).isEqualTo(1);
        progress.hands(2);
        assertThat(progress.commits(2)).isEqualTo(2);
        assertThat(progress.passes(3)).isEqualTo(3);
    }

    @Test
    void whatIsPassedOverBehindAnEventAtWorkIsAppliedWithIt() {
        progress.hands(4);
        assertThat(progress.passes(5)).isEqualTo(-1);
        progress.hands(6);
        assertThat(progress.passes(7)).isEqualTo(-1);
        assertThat(progress.commits(4)).isEqualTo(4);
        assertThat(progress.commits(6)).isEqualTo(7);
    }

    @Test
    void aFewPositionsAreStoredAtOnceAndThenTwentyASecond() {
        assertThat(stored(100)).isEqualTo(8);
        nanos.addAndGet(Duration.ofMillis(49).toNanos());
        assertThat(stored(100)).isZero();
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(stored(100)).isEqualTo(1);
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(stored(100)).isEqualTo(8);
    }

    private long stored(int events) {
        return IntStream.range(0, events).filter(i -> progress.mayStore()).count();
    }
}
