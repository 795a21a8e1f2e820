package dev.kiwi.query.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.status.StatusHistory;
import dev.kiwi.api.status.StatusHistory.StatusSegment;
import dev.kiwi.query.status.Window.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Against a count of every tenth second; times and windows are whole tens of seconds. */
class WindowTest {
    private static final int STEP = 10;
    private static final long END = 1_795_345_200;

    @RepeatedTest(50)
    void agreesWithCountingEachMoment(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<Time> times = new ArrayList<>();
        long at = END - (long) random.nextInt(20_000) * STEP;
        int changes = random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            long next = at + (1L + random.nextInt(4_000)) * STEP;
            boolean online = random.nextBoolean();
            times.add(new Time(online ? "online" : "down", online, at, i == changes - 1 ? null : next));
            at = next;
        }
        Window window = new Window("eu", 1, END);
        StatusHistory history = window.history(times);

        long covered = 0;
        long online = 0;
        for (long moment = window.start(); moment < END; moment += STEP) {
            for (Time time : times) {
                if (time.startedAt() <= moment && (time.endedAt() == null || moment < time.endedAt())) {
                    covered += STEP;
                    online += time.online() ? STEP : 0;
                }
            }
        }
        assertThat(history.coveredSeconds()).isEqualTo(covered);
        assertThat(history.uptime())
                .isEqualTo(covered == 0 ? null : Double.valueOf(Math.round(online * 100_000.0 / covered) / 100_000.0));
        long before = window.start();
        for (StatusSegment segment : history.segments()) {
            assertThat(segment.startedAt()).isGreaterThanOrEqualTo(before);
            assertThat(segment.durationSeconds())
                    .isEqualTo((segment.endedAt() == null ? END : segment.endedAt()) - segment.startedAt())
                    .isPositive();
            before = segment.startedAt() + segment.durationSeconds();
        }
        assertThat(before).isLessThanOrEqualTo(END);
    }
}
