package dev.kiwi.web.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * People do not see the field {@code website} and need two seconds at least (platform.md 3.5). Whoever sends neither
 * field, as a plain call does, passes.
 *
 * @param startedAt unix milliseconds
 */
record FormIsFilledByAPerson(
        @Nullable String website, @Nullable Long startedAt, Instant now) implements Rule {
    private static final long FASTEST_MILLIS = 2_000;

    @Override
    public boolean isViolated() {
        boolean trapped = website != null && !website.isEmpty();
        // A form of the future took less than no time. Bounded by subtraction, so that no value overflows.
        boolean hasty = startedAt != null && startedAt > now.toEpochMilli() - FASTEST_MILLIS;
        return trapped || hasty;
    }

    @Override
    public String message() {
        return CaptchaCheck.FAILED;
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.CAPTCHA_FAILED;
    }
}
