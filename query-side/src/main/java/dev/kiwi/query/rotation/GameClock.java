package dev.kiwi.query.rotation;

import dev.kiwi.api.rotation.GameCycle;
import dev.kiwi.api.rotation.ServerTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** The game's day and week, which begin at 11:00 UTC (rotations.md 2.1). */
final class GameClock {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(ZoneOffset.UTC);

    private GameClock() {}

    static ServerTime serverTime(long at) {
        return new ServerTime(
                at,
                ISO.format(Instant.ofEpochSecond(at)),
                day(at).getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                dailyReset(at),
                GameCycle.WEEKLY_BUFF.windowAt(at).endsAt());
    }

    static DayOfWeek day(long at) {
        return DayOfWeek.of(Math.floorMod(GameCycle.DAILY_BUFF.index(at), 7) + 1);
    }

    /** After the moment, also when a day begins just then. */
    static long dailyReset(long at) {
        return GameCycle.DAILY_BUFF.windowAt(at).endsAt();
    }
}
