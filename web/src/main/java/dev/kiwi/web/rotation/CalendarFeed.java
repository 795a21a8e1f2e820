package dev.kiwi.web.rotation;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.Duration;
import dev.kiwi.api.rotation.CalendarEvent;
import dev.kiwi.api.rotation.CalendarEvent.CalendarBiome;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/** Events as an iCalendar file (RFC 5545). The same events give the same bytes, on every node. */
final class CalendarFeed {
    private static final String PRODUCT = "-//Kiwi//Trove rotations//EN";
    private static final String NAME = "Trove rotations";
    private static final long MILLIS = 1_000;

    private CalendarFeed() {}

    /** @param stamp when it was made, unix seconds */
    static byte[] write(List<CalendarEvent> events, long stamp) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setName(NAME);
        // Older programs know only this name of the name.
        calendar.setExperimentalProperty("X-WR-CALNAME", NAME);
        calendar.setRefreshInterval(Duration.builder().days(1).build());
        Date made = date(stamp);
        events.forEach(event -> calendar.addEvent(entry(event, made)));
        return Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent entry(CalendarEvent event, Date made) {
        VEvent entry = new VEvent();
        entry.setUid(event.type() + "-" + event.startsAt() + "@kiwi");
        entry.setDateTimeStamp(made);
        entry.setSummary(event.name());
        entry.setDateStart(date(event.startsAt()));
        entry.setDateEnd(date(event.endsAt()));
        entry.addCategories(event.type());
        // Nobody is busy while a merchant is there.
        entry.setTransparency(true);
        List<CalendarBiome> biomes = event.biomes();
        if (biomes != null) {
            entry.setDescription(biomes.stream().map(CalendarBiome::name).collect(Collectors.joining(", ")));
        }
        return entry;
    }

    private static Date date(long unix) {
        return new Date(unix * MILLIS);
    }
}
