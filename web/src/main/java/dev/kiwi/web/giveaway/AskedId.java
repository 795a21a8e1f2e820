package dev.kiwi.web.giveaway;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.util.regex.Pattern;

/** An id in a path or body here: unlike elsewhere a malformed one is 400 (giveaways.md A). */
final class AskedId {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    private AskedId() {}

    static String of(String text) {
        if (!ID.matcher(text).matches()) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "An id has 24 lower-case hex digits.");
        }
        return text;
    }
}
