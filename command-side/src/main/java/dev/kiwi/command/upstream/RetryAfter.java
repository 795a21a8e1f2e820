package dev.kiwi.command.upstream;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads from a refusal how long its sender wants to be left alone: {@code Retry-After}, or GitHub's and Twitch's own. */
final class RetryAfter {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;
    private static final Duration UNSAID = Duration.ofMinutes(5);
    /** Nobody takes us off for longer. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private RetryAfter() {}

    /** Null when the answer says nothing of it. */
    static @Nullable Instant of(UpstreamAnswer answer, Instant now) {
        boolean refuses = switch (answer.status()) {
            case TOO_MANY_REQUESTS, FORBIDDEN, UNAVAILABLE -> true;
            default -> false;
        };
        if (!refuses) {
            return null;
        }
        Instant said = said(answer, now);
        if (said == null) {
            return answer.status() == TOO_MANY_REQUESTS || namesALimit(answer) ? now.plus(UNSAID) : null;
        }
        Instant last = now.plus(LONGEST);
        return said.isAfter(last) ? last : said;
    }

    /** As GitHub does with 403, which otherwise means that something is forbidden. */
    private static boolean namesALimit(UpstreamAnswer answer) {
        return answer.status() == FORBIDDEN
                && answer.text().toLowerCase(Locale.ROOT).contains("rate limit");
    }

    private static @Nullable Instant said(UpstreamAnswer answer, Instant now) {
        String after = answer.header("retry-after");
        if (after != null) {
            Long seconds = number(after);
            return seconds == null ? date(after) : now.plusSeconds(seconds);
        }
        boolean usedUp = "0".equals(answer.header("x-ratelimit-remaining"));
        String reset = usedUp ? answer.header("x-ratelimit-reset") : answer.header("ratelimit-reset");
        Long at = reset == null ? null : number(reset);
        return at == null ? null : Instant.ofEpochSecond(at);
    }

    /** Null for what is no number of seconds that anybody means. */
    private static @Nullable Long number(String text) {
        return text.strip().matches("[0-9]{1,11}") ? Long.valueOf(text.strip()) : null;
    }

    private static @Nullable Instant date(String text) {
        try {
            return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
