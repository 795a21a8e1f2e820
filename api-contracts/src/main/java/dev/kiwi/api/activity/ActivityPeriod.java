package dev.kiwi.api.activity;

import java.util.Arrays;
import java.util.Locale;

/** How far a series looks back, and in what steps (activity.md A6); seconds. */
public enum ActivityPeriod {
    DAY("1d", 1, 3_600),
    WEEK("7d", 7, 3_600),
    MONTH("1m", 30, 86_400),
    QUARTER("3m", 90, 86_400),
    HALF("6m", 180, 172_800),
    YEAR("1y", 365, 604_800),
    /** Everything, in at most some 120 steps. */
    ALL("all", 0, 0);

    private static final long SECONDS_A_DAY = 86_400;
    private static final long HOUR = 3_600;
    private static final int STEPS = 120;

    private final String text;
    private final int days;
    private final long bucket;

    ActivityPeriod(String text, int days, long bucket) {
        this.text = text;
        this.days = days;
        this.bucket = bucket;
    }

    /** Whatever is unknown is a week. */
    public static ActivityPeriod of(String text) {
        String asked = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(period -> period.text.equals(asked))
                .findFirst()
                .orElse(WEEK);
    }

    public String text() {
        return text;
    }

    /** Where it begins. @param first end of the first window that is stored, or now */
    public long start(long first, long now) {
        return this == ALL ? first : now - days * SECONDS_A_DAY;
    }

    /** Length of a step. @param start see {@link #start} */
    public long bucketSeconds(long start, long now) {
        if (this != ALL) {
            return bucket;
        }
        long span = Math.max(HOUR, now - start);
        return Math.max(HOUR, span / STEPS / HOUR * HOUR);
    }
}
