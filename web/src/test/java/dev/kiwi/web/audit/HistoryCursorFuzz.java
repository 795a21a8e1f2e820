package dev.kiwi.web.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;

/** Cursors of the history: a position that reads the same when it is given out again, or 400. */
public final class HistoryCursorFuzz {
    private HistoryCursorFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        long position;
        try {
            position = HistoryCursor.position(new String(input, UTF_8));
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.BAD_REQUEST) {
                throw refusal;
            }
            return;
        }
        if (position < 0 || HistoryCursor.position(HistoryCursor.text(position)) != position) {
            throw new AssertionError("position " + position);
        }
    }
}
