package dev.kiwi.web.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;

/** When requests come, over four windows. */
enum Pattern {
    /** Twice the limit at the same instant, each half window. */
    BURST("twice the limit at one instant, each half window"),
    /** Half as many again as the limit, evenly. */
    STEADY("one and a half times the limit, evenly"),
    /** The limit in the last millisecond of each window and again in the first of the next, where fixed windows let twice as many pass. */
    EDGE("the limit just before and again just after each full window"),
    /** As steady, at moments of chance; always the same ones. */
    JITTERED("one and a half times the limit, at moments of chance");

    private static final int WINDOWS = 4;

    private final String words;

    Pattern(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Milliseconds from the start, ascending. */
    List<Long> times(int limit, long window) {
        List<Long> times = new ArrayList<>();
        switch (this) {
            case BURST -> LongStream.range(0, 2L * WINDOWS).forEach(half -> add(times, half * window / 2, 2 * limit));
            case STEADY ->
                LongStream.range(0, evenly(limit)).forEach(n -> times.add(n * WINDOWS * window / evenly(limit)));
            case EDGE ->
                LongStream.rangeClosed(1, WINDOWS).forEach(n -> {
                    add(times, n * window - 1, limit);
                    add(times, n * window, limit);
                });
            case JITTERED ->
                new Random(limit + window)
                        .longs(evenly(limit), 0, WINDOWS * window)
                        .sorted()
                        .forEach(times::add);
        }
        return times;
    }

    private static long evenly(int limit) {
        return WINDOWS * (limit + (limit + 1L) / 2);
    }

    private static void add(List<Long> times, long at, int count) {
        for (int i = 0; i < count; i++) {
            times.add(at);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
