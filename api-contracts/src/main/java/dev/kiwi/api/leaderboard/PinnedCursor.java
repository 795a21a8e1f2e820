package dev.kiwi.api.leaderboard;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** Cursors as clients see them: numbers that mean nothing to them, among them the capture that the list is of. */
public final class PinnedCursor {
    private PinnedCursor() {}

    /** @param kind tells the cursors of one list from those of another */
    public static String write(String kind, long... numbers) {
        String text = kind + Arrays.stream(numbers).mapToObj(n -> "." + n).collect(Collectors.joining());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws Refusal 400 when it is none of that kind */
    public static long[] read(String kind, String cursor, int count) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            String[] parts = text.split("\\.", -1);
            if (parts.length == count + 1 && parts[0].equals(kind)) {
                return Arrays.stream(parts).skip(1).mapToLong(Long::parseLong).toArray();
            }
            throw unknown();
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    static Refusal unknown() {
        return new Refusal(ErrorCode.BAD_REQUEST, "The cursor is not one that this list has given out.");
    }
}
