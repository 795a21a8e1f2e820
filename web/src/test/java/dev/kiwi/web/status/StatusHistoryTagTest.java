package dev.kiwi.web.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.status.StatusHistory;
import dev.kiwi.api.status.StatusHistory.StatusSegment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusHistoryTagTest {
    private static String tag(long windowEnd, String status, @Nullable Long endedAt) {
        long start = windowEnd - 86_400;
        StatusSegment segment = new StatusSegment(status, true, start, endedAt, 86_400);
        return ServerStatusController.tag(
                new StatusHistory("eu", 1, start, windowEnd, 1.0, 86_400, List.of(segment), List.of()));
    }

    @Test
    void aSecondLaterItIsTheSameAndAMinuteLaterAnother() {
        assertThat(tag(6_000_001, "online", null)).isEqualTo(tag(6_000_000, "online", null));
        assertThat(tag(6_000_060, "online", null)).isNotEqualTo(tag(6_000_000, "online", null));
    }

    @Test
    void anotherStatusOrAnEndIsAnother() {
        assertThat(tag(6_000_000, "down", null)).isNotEqualTo(tag(6_000_000, "online", null));
        assertThat(tag(6_000_000, "online", 5_999_999L)).isNotEqualTo(tag(6_000_000, "online", null));
    }
}
