package dev.kiwi.projection.machinery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a projection stood when somebody last looked.
 *
 * @param age how long events have been waiting while it stands; zero while it moves or has caught up
 * @param heartbeat when a node last said that it is at work on it; null when none is
 * @param warning what an operator must do something about
 */
record Standing(
        long position,
        long head,
        double eventsPerSecond,
        Duration age,
        boolean stalled,
        @Nullable Instant heartbeat,
        long letters,
        @Nullable String newestLetterError,
        @Nullable String warning) {
    static final Standing UNKNOWN = new Standing(-1, -1, 0, Duration.ZERO, false, null, 0, null, null);

    long lag() {
        return Math.max(0, head - position);
    }
}
