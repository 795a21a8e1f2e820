package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.PinnedCursor;
import dev.kiwi.projection.leaderboard.packed.PlayerIndex.Place;
import org.jspecify.annotations.Nullable;

/**
 * The last item of a page of a history. New captures come above it and so change nothing below.
 *
 * @param position in the board
 */
record HistoryCursor(long anchor, int board, int position) {
    private static final String KIND = "h";

    static @Nullable HistoryCursor read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        long[] numbers = PinnedCursor.read(KIND, text, 3);
        return new HistoryCursor(numbers[0], (int) numbers[1], (int) numbers[2]);
    }

    static String of(PlayerPlaces.Standing last) {
        return PinnedCursor.write(KIND, last.key().anchor(), last.key().board(), last.position());
    }

    /** Whether a place comes later in the order of the history. */
    boolean isBefore(long otherAnchor, Place place) {
        if (otherAnchor != anchor) {
            return otherAnchor < anchor;
        }
        return place.board() > board || place.board() == board && place.position() > position;
    }
}
