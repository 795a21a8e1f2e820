package dev.kiwi.api.leaderboard;

import dev.kiwi.api.kernel.LargeAnswer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which captures are held, by ascending anchor; for operators who file more. @param after the last anchor seen; 0 at first */
public record ListCaptures(long after, int limit) {
    /** @param nextAfter null when there are no more */
    public record CaptureList(
            List<HeldCapture> items, @Nullable Long nextAfter) implements LargeAnswer {}

    /** @param sha256 of its text */
    public record HeldCapture(long anchor, String sha256, int boards, int entries, Instant ingestedAt) {}
}
