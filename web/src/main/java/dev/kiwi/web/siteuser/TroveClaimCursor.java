package dev.kiwi.web.siteuser;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.siteuser.ListTroveClaims.After;
import dev.kiwi.api.siteuser.TroveClaimList.TroveClaim;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cursor of claims: when the page's last one was made, and by whom. It still leads on when that one is gone. */
final class TroveClaimCursor {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,17})_([0-9a-f]{24})");

    private TroveClaimCursor() {}

    static String text(TroveClaim last) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, last.claimedAt()) + "_" + last.userId();
    }

    /** Refused with {@code bad_request} for anything that {@link #text} does not make. */
    static After read(String cursor) {
        Matcher parts = TEXT.matcher(cursor);
        if (!parts.matches()) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "The cursor is not one that this list has given out.");
        }
        return new After(Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS), parts.group(2));
    }
}
