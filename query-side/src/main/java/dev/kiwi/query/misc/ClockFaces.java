package dev.kiwi.query.misc;

import dev.kiwi.api.misc.ConvertTime.DiscordCode;
import dev.kiwi.api.misc.ListTimezones.Timezone;
import dev.kiwi.api.misc.ReadClocks.ZoneTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A moment as all clocks show it. */
final class ClockFaces {
    // Offsets of the nineteenth century have seconds.
    private static final DateTimeFormatter DATETIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxxxx", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM dd, uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    private ClockFaces() {}

    static List<ZoneTime> zones(long unix) {
        return ClockTable.FILE.get().zones().stream()
                .map(zone -> face(zone, unix))
                .toList();
    }

    private static ZoneTime face(Timezone zone, long unix) {
        ZoneId rules = Zones.find(zone.id()).orElseThrow();
        ZonedDateTime time = Instant.ofEpochSecond(unix).atZone(rules);
        return new ZoneTime(zone.id(), zone.name(), DATETIME.format(time), DATE.format(time), TIME.format(time));
    }

    static String isoUtc(long unix) {
        return DATETIME.format(Instant.ofEpochSecond(unix).atOffset(ZoneOffset.UTC));
    }

    static List<DiscordCode> discord(long unix) {
        return ClockTable.FILE.get().discordStyles().stream()
                .map(style -> new DiscordCode(style.style(), style.label(), "<t:" + unix + ":" + style.style() + ">"))
                .toList();
    }
}
