package dev.kiwi.command.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant END = START.plus(RetrySchedule.PATIENCE);

    private static List<Long> pausesInMinutes(double chance) {
        RetrySchedule schedule = new RetrySchedule(() -> chance);
        List<Long> pauses = new ArrayList<>();
        Instant now = START;
        Optional<Instant> next = schedule.next(1, now, END);
        while (next.isPresent()) {
            pauses.add(Duration.between(now, next.get()).toMinutes());
            now = next.get();
            next = schedule.next(pauses.size() + 1, now, END);
        }
        assertThat(now).as("the last attempt").isEqualTo(END);
        return pauses;
    }

    @Test
    void doublesUpToSixHoursAndEndsADayAfterTheFirst() {
        assertThat(pausesInMinutes(0.5)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 360L, 360L, 209L);
    }

    @Test
    void chanceMovesEachPauseByAFifth() {
        assertThat(pausesInMinutes(0)).startsWith(0L, 1L, 3L, 6L, 12L).hasSizeGreaterThan(12);
        assertThat(pausesInMinutes(1)).startsWith(1L, 2L, 4L, 9L, 19L).hasSizeLessThan(13);
    }

    @Test
    void whatIsOrderedByHandIsTriedOnce() {
        assertThat(new RetrySchedule(() -> 0.5).next(1, START, START)).isEmpty();
    }
}
