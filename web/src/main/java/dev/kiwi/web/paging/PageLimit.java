package dev.kiwi.web.paging;

import dev.kiwi.web.http.InvalidParameter;
import org.jspecify.annotations.Nullable;

/** Reads whole-number query parameters of lists. */
final class PageLimit {
    private PageLimit() {}

    /** @throws InvalidParameter (422) for text that is no whole number or lies outside */
    static int read(@Nullable String text, String name, int fallback, int min, int max) {
        if (text == null || text.isEmpty()) {
            return fallback;
        }
        int value;
        try {
            value = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidParameter("query", name, "must be a whole number", "int_parsing");
        }
        if (value < min) {
            throw new InvalidParameter("query", name, "must be at least " + min, "greater_than_equal");
        }
        if (value > max) {
            throw new InvalidParameter("query", name, "must be at most " + max, "less_than_equal");
        }
        return value;
    }
}
