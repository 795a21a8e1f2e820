package dev.kiwi.api.feed;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is relayed. The keys stand in events. */
public enum Feed {
    NEWS(Keeping.EVERYTHING, 30, null),
    TWITCH(Keeping.LAST_FETCH, 100, null),
    YOUTUBE(Keeping.LAST_FETCH, 50, null),
    BILIBILI(Keeping.LAST_FETCH, 50, null),
    TROVE_EVENTS(Keeping.EVERYTHING, 5_000, Duration.ofDays(365)),
    BTT_RELEASES(Keeping.EVERYTHING, 100, null),
    /** A fetch may bring one of the two. */
    BTT_CHANGELOG(Keeping.EVERYTHING, 2, null);

    private enum Keeping {
        /** What upstream no longer lists stays. */
        EVERYTHING,
        LAST_FETCH
    }

    private final Keeping keeping;
    private final int mostItems;
    private final @Nullable Duration afterItsEnd;

    Feed(Keeping keeping, int mostItems, @Nullable Duration afterItsEnd) {
        this.keeping = keeping;
        this.mostItems = mostItems;
        this.afterItsEnd = afterItsEnd;
    }

    /** As it is stored, for example {@code trove_events}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True: a fetch adds and changes items; false: it takes the place of the one before. */
    public boolean keepsItems() {
        return keeping == Keeping.EVERYTHING;
    }

    /** A fetch has no more. */
    public int mostItems() {
        return mostItems;
    }

    /** An item is dropped so long after its end; null for never. */
    public @Nullable Duration afterItsEnd() {
        return afterItsEnd;
    }

    /** @throws IllegalArgumentException for a key of none */
    public static Feed of(String key) {
        return Arrays.stream(values())
                .filter(feed -> feed.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no feed " + key));
    }
}
