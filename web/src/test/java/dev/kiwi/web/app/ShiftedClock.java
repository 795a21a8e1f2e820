package dev.kiwi.web.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The real time and a shift, or a moment at which it stands. */
final class ShiftedClock extends Clock {
    private volatile Duration shift = Duration.ZERO;
    private volatile @Nullable Instant standing;

    void shift(Duration by) {
        shift = by;
    }

    void stand() {
        standing = instant();
    }

    void goOn() {
        standing = null;
    }

    @Override
    public Instant instant() {
        Instant moment = standing;
        return moment == null ? Instant.now().plus(shift) : moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
