package dev.kiwi.query.misc;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.misc.ConvertTime;
import dev.kiwi.api.misc.ConvertTime.ConvertedTime;
import dev.kiwi.api.misc.ListSoftware;
import dev.kiwi.api.misc.ListSoftware.SoftwareCategory;
import dev.kiwi.api.misc.ListSoftware.SoftwareList;
import dev.kiwi.api.misc.ListTimezones;
import dev.kiwi.api.misc.ListTimezones.Timezone;
import dev.kiwi.api.misc.ListTimezones.TimezoneList;
import dev.kiwi.api.misc.ReadClocks;
import dev.kiwi.api.misc.ReadClocks.Clocks;
import dev.kiwi.query.dispatch.QueryComponent;
import java.time.ZoneId;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/** What needs no store: tools, zones and the converter of times. */
@QueryComponent
final class MiscQueries {
    /** 0001-01-01T00:00:00Z. */
    private static final long FIRST_SECOND = -62_135_596_800L;
    /** 9999-12-31T23:59:59Z. */
    private static final long LAST_SECOND = 253_402_300_799L;

    @QueryHandler
    SoftwareList software(ListSoftware query) {
        List<SoftwareCategory> categories = SoftwareTable.FILE.get().categories();
        return new SoftwareList(categories, categories.size());
    }

    @QueryHandler
    TimezoneList timezones(ListTimezones query) {
        List<Timezone> zones = ClockTable.FILE.get().zones();
        return new TimezoneList(zones, zones.size());
    }

    @QueryHandler
    Clocks clocks(ReadClocks query) {
        return new Clocks(query.unix(), ClockFaces.zones(query.unix()));
    }

    @QueryHandler
    ConvertedTime convert(ConvertTime query) {
        long unix = query.unix() == null ? written(query) : query.unix();
        if (unix < FIRST_SECOND || unix > LAST_SECOND) {
            throw refused("The time has to lie in the years 1 to 9999.");
        }
        return new ConvertedTime(unix, ClockFaces.isoUtc(unix), ClockFaces.zones(unix), ClockFaces.discord(unix));
    }

    private static long written(ConvertTime query) {
        String text = query.datetime();
        if (text == null || text.isBlank()) {
            throw refused("Give a datetime, or unix seconds.");
        }
        WrittenTime time = WrittenTime.read(text).orElseThrow(() -> refused("The datetime cannot be read."));
        if (time.offset() != null) {
            return time.epochSecond(time.offset());
        }
        ZoneId zone = Zones.find(query.timezone()).orElseThrow(() -> refused("There is no such timezone."));
        return time.epochSecond(zone);
    }

    private static Refusal refused(String why) {
        return new Refusal(ErrorCode.BAD_REQUEST, why);
    }
}
