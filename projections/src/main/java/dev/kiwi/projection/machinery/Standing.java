package dev.kiwi.projection.machinery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a projection stood when somebody last looked.
 *
 * @param age how long events have been waiting while it stands; zero while it moves or has caught up
 * @param warning what an operator must do something about
 */
record Standing(
        long position,
        long head,
        double eventsPerSecond,
        Duration age,
        boolean stalled,
        long letters,
        @Nullable String newestLetterError,
        @Nullable String warning) {
    static final Standing UNKNOWN = new Standing(-1, -1, 0, Duration.ZERO, false, 0, null, null);

    long lag() {
        return Math.max(0, head - position);
    }
}
