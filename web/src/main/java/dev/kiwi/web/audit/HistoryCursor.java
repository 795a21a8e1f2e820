package dev.kiwi.web.audit;

import dev.kiwi.api.audit.HistoryItem;
import dev.kiwi.api.audit.HistoryPage;
import dev.kiwi.api.kernel.CursorPage;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.util.regex.Pattern;

/** A cursor of the history: the position of the page's last event. Positions are never reused, so pages never repeat. */
final class HistoryCursor {
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private HistoryCursor() {}

    static String text(long position) {
        return Long.toString(position);
    }

    /** A page of the history with the cursor of the next one. */
    static CursorPage<HistoryItem> page(HistoryPage found) {
        return new CursorPage<>(
                found.items(), found.hasMore() ? text(found.items().getLast().position()) : null, found.hasMore());
    }

    /** Refused with {@code bad_request} for anything that {@link #text} does not make. */
    static long position(String cursor) {
        if (!POSITION.matcher(cursor).matches()) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "The cursor is not one that a page of the history carried.");
        }
        return Long.parseLong(cursor);
    }
}
