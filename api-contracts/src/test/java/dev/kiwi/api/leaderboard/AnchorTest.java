package dev.kiwi.api.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AnchorTest {
    private static final long NOW = at("2026-06-10T15:30:45Z");

    private static long at(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    private static OptionalLong live(String instant) {
        return Anchor.normalize(at(instant), NOW, false);
    }

    @Test
    void dropsTheSeconds() {
        assertThat(live("2026-06-10T14:05:59Z")).hasValue(at("2026-06-10T14:05:00Z"));
    }

    @Test
    void refusesNothingAndBeforeTime() {
        assertThat(Anchor.normalize(null, NOW, true)).isEmpty();
        assertThat(Anchor.normalize(0L, NOW, true)).isEmpty();
        assertThat(Anchor.normalize(-5L, NOW, true)).isEmpty();
    }

    @Test
    void allowsFiveMinutesAhead() {
        assertThat(live("2026-06-10T15:35:59Z")).isPresent();
        assertThat(live("2026-06-10T15:36:00Z")).isEmpty();
    }

    @Test
    void allowsFourteenDaysBackAndMoreAsBackfill() {
        assertThat(live("2026-05-27T15:30:00Z")).isPresent();
        assertThat(live("2026-05-27T15:29:59Z")).isEmpty();
        assertThat(Anchor.normalize(at("2019-01-01T05:00:00Z"), NOW, true)).hasValue(at("2019-01-01T05:00:00Z"));
    }

    @Test
    void readsMidnightAsEleven() {
        assertThat(live("2026-06-10T00:00:30Z")).hasValue(at("2026-06-10T11:00:00Z"));
        assertThat(Anchor.isMidnight(at("2026-06-10T00:00:30Z"))).isTrue();
        assertThat(live("2026-06-10T00:01:00Z")).hasValue(at("2026-06-10T00:01:00Z"));
    }

    @Test
    void takesTheLastElevenWithoutATimestamp() {
        assertThat(Anchor.byDefault(at("2026-06-10T10:59:59Z"))).isEqualTo(at("2026-06-09T11:00:00Z"));
        assertThat(Anchor.byDefault(at("2026-06-10T11:00:00Z"))).isEqualTo(at("2026-06-10T11:00:00Z"));
    }

    @Test
    void countsAnchorsStrictlyOlderThanTheThresholdAsArchive() {
        assertThat(Anchor.isArchive(NOW - 3 * 86_400, NOW, 3)).isFalse();
        assertThat(Anchor.isArchive(NOW - 3 * 86_400 - 1, NOW, 3)).isTrue();
    }
}
