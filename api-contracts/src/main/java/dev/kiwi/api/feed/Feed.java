package dev.kiwi.api.feed;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is relayed. The keys stand in events. */
public enum Feed {
    NEWS(Keeping.EVERYTHING, null),
    TWITCH(Keeping.LAST_FETCH, null),
    YOUTUBE(Keeping.LAST_FETCH, null),
    BILIBILI(Keeping.LAST_FETCH, null),
    TROVE_EVENTS(Keeping.EVERYTHING, Duration.ofDays(365)),
    BTT_RELEASES(Keeping.EVERYTHING, null),
    /** Two items, of which a fetch may bring one. */
    BTT_CHANGELOG(Keeping.EVERYTHING, null);

    private enum Keeping {
        /** What upstream no longer lists stays. */
        EVERYTHING,
        LAST_FETCH
    }

    private final Keeping keeping;
    private final @Nullable Duration afterItsEnd;

    Feed(Keeping keeping, @Nullable Duration afterItsEnd) {
        this.keeping = keeping;
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
