package dev.kiwi.api.misc;

import dev.kiwi.api.misc.ReadClocks.ZoneTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Query for a moment as the clocks show it, answered with {@link ConvertedTime}. Refused with {@code bad_request} for a
 * text that is no date, a zone that is none, and years outside 1 to 9999.
 *
 * @param datetime ISO 8601, with or without an offset; left out when {@code unix} is given
 * @param timezone of a text without an offset: {@code trove} or an IANA id
 * @param unix seconds; wins over the text
 */
public record ConvertTime(
        @Nullable String datetime,
        String timezone,
        @Nullable Long unix) {
    /** @param isoUtc for example {@code 2026-06-05T23:00:00+00:00} */
    public record ConvertedTime(long unix, String isoUtc, List<ZoneTime> zones, List<DiscordCode> discord) {}

    /** What one writes in Discord to have everybody shown their own time, for example {@code <t:1780700400:F>}. */
    public record DiscordCode(String style, String label, String code) {}
}
