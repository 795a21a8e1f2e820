package dev.kiwi.api.rotation;

/**
 * What the game repeats for ever (rotations.md 1): every period, counted from an anchor, a window opens for a while. All
 * in unix seconds; every anchor is 11:00 UTC, where the game's day begins. Instants before the anchor count down.
 */
public enum GameCycle {
    /** From Monday 2020-03-23. */
    DAILY_BUFF(1_584_961_200, Span.DAY),
    WEEKLY_BUFF(1_584_961_200, Span.WEEK),
    /** From Friday 2024-03-08. */
    CORRUXION(1_709_895_600, 2 * Span.WEEK, 0, 3 * Span.DAY),
    /** From Tuesday 2023-07-18. Even visits take votes, odd ones sell. */
    FLUXION(1_689_678_000, Span.WEEK, 0, 3 * Span.DAY),
    CHAOS_CHEST(1_689_678_000, Span.WEEK),
    /** From Friday 2025-05-23. */
    TWO_DAY_PLANTS(1_747_998_000, 2 * Span.DAY, Span.DAY, Span.DAY),
    THREE_DAY_PLANTS(1_747_998_000, 3 * Span.DAY, 2 * Span.DAY, Span.DAY),
    /** From Tuesday 2024-06-18. */
    LONGSHADE(1_718_708_400, 3 * Span.HOUR),
    /** From Monday 2023-11-20. */
    WILD_MANA(1_700_478_000, Span.WEEK),
    /** From Saturday 2023-09-30. */
    STAMPY(1_696_071_600, Span.WEEK, 0, 2 * Span.DAY),
    /** From Friday 2025-10-10; whether the merchant is there at all is captured. */
    LUXION(1_760_094_000, 27 * Span.HOUR, 0, 3 * Span.HOUR),
    /** From Monday 2025-11-03, which is week 1. */
    DELVE_WEEK(1_762_167_600, Span.WEEK);

    private final long anchor;
    private final long period;
    private final long opensAfter;
    private final long open;

    GameCycle(long anchor, long period) {
        this(anchor, period, 0, period);
    }

    GameCycle(long anchor, long period, long opensAfter, long open) {
        this.anchor = anchor;
        this.period = period;
        this.opensAfter = opensAfter;
        this.open = open;
    }

    public long period() {
        return period;
    }

    /** The number of the period that the moment lies in; 0 for the one that begins at the anchor. */
    public long index(long at) {
        return Math.floorDiv(at - anchor, period);
    }

    /** The window of a period. */
    public TimeWindow window(long index) {
        long start = anchor + index * period + opensAfter;
        return new TimeWindow(start, start + open);
    }

    /** The window of the period that the moment lies in, whether it is open or not. */
    public TimeWindow windowAt(long at) {
        return window(index(at));
    }

    /** The number of the window that is open, otherwise of the next one to open. */
    public long currentOrNext(long at) {
        long index = index(at);
        return at < window(index).endsAt() ? index : index + 1;
    }

    /** Constants of an enum cannot name constants of the same enum. */
    private static final class Span {
        static final long HOUR = 3_600;
        static final long DAY = 24 * HOUR;
        static final long WEEK = 7 * DAY;
    }
}
