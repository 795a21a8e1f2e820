package dev.kiwi.projection.machinery;

import java.time.Duration;

/**
 * Where a projection stood when somebody last looked.
 *
 * @param age how long events have been waiting while it stands; zero while it moves or has caught up
 * @param silence since a node last said of each segment that it is at work on it; zero while none should be
 * @param failed for a while already there is no live version that fits the definition, and no rebuild makes one
 */
record Standing(
        long position,
        long head,
        double eventsPerSecond,
        Duration age,
        boolean stalled,
        Duration silence,
        boolean failed,
        Letters.Filling filling) {
    static final Standing UNKNOWN =
            new Standing(-1, -1, 0, Duration.ZERO, false, Duration.ZERO, false, Letters.Filling.EMPTY);

    long lag() {
        return Math.max(0, head - position);
    }
}
