package dev.kiwi.api.leaderboard;

/**
 * The next page of a board: of the very capture that the first page came from, and not of one that took its place.
 *
 * @param version names the capture's content
 */
public record EntriesCursor(int uuid, long anchor, long version, int offset) {
    private static final String KIND = "e";

    /** @throws dev.kiwi.api.kernel.Refusal 400 when it is no such cursor */
    public static EntriesCursor read(String text) {
        long[] numbers = PinnedCursor.read(KIND, text, 4);
        if (numbers[3] < 0 || numbers[3] > Integer.MAX_VALUE) {
            throw PinnedCursor.unknown();
        }
        return new EntriesCursor((int) numbers[0], numbers[1], numbers[2], (int) numbers[3]);
    }

    public String text() {
        return PinnedCursor.write(KIND, uuid, anchor, version, offset);
    }
}
