package dev.kiwi.query.misc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.misc.ConvertTime;
import dev.kiwi.api.misc.ConvertTime.ConvertedTime;
import dev.kiwi.api.misc.ConvertTime.DiscordCode;
import dev.kiwi.api.misc.ListSoftware;
import dev.kiwi.api.misc.ListSoftware.Software;
import dev.kiwi.api.misc.ListSoftware.SoftwareCategory;
import dev.kiwi.api.misc.ListTimezones;
import dev.kiwi.api.misc.ListTimezones.Timezone;
import dev.kiwi.api.misc.ReadClocks;
import dev.kiwi.api.misc.ReadClocks.ZoneTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MiscQueriesTest {
    private static final long FIRST_SECOND = -62_135_596_800L;
    private static final long LAST_SECOND = 253_402_300_799L;

    private final MiscQueries queries = new MiscQueries();

    private ConvertedTime convert(@Nullable String datetime, String zone) {
        return queries.convert(new ConvertTime(datetime, zone, null));
    }

    private void isRefused(@Nullable String datetime, String zone, @Nullable Long unix) {
        assertThatThrownBy(() -> queries.convert(new ConvertTime(datetime, zone, unix)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_REQUEST));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-05, UTC, 2026-06-05T00:00:00Z",
        "2026-06-05T12:30, UTC, 2026-06-05T12:30:00Z",
        "2026-06-05 12:30:15.987654321, UTC, 2026-06-05T12:30:15Z",
        "2026-06-05t12:30:15, trove, 2026-06-05T23:30:15Z",
        "2026-06-05T12, UTC, 2026-06-05T12:00:00Z",
        "20260605, UTC, 2026-06-05T00:00:00Z",
        "20260605T123015, Europe/Paris, 2026-06-05T10:30:15Z",
        "20260605T123015Z, Europe/Paris, 2026-06-05T12:30:15Z",
        "2026-06-05T12:30:15+02:00, nonsense, 2026-06-05T10:30:15Z",
        "2026-06-05T12:30:15-0330, UTC, 2026-06-05T16:00:15Z",
        "2026-06-05T12:30:15+02, UTC, 2026-06-05T10:30:15Z",
        "' 2026-06-05 ', UTC, 2026-06-05T00:00:00Z",
        // The hour that comes twice: the first one.
        "2026-10-25T02:30:00, Europe/Paris, 2026-10-25T00:30:00Z",
        // The hour that never comes: by the offset before.
        "2026-03-29T02:30:00, Europe/Paris, 2026-03-29T01:30:00Z"
    })
    void readsADatetime(String text, String zone, Instant expected) {
        assertThat(Instant.ofEpochSecond(convert(text, zone).unix())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow",
                "2026-13-01",
                "2026-02-30",
                "2026-06-05T25:00",
                "2026-06-05T12:60",
                "2026-0605",
                "2026-06-05T12:30:15+19:00",
                "0000-01-01",
                "26-06-05",
                "2026-06-05T12:30:15 Europe/Paris"
            })
    void refusesWhatIsNoDatetime(String text) {
        isRefused(text, "UTC", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Trove", "Europe/Nowhere", "+02:00", "UTC+3", "Z", "europe/paris"})
    void refusesAZoneThatIsNone(String zone) {
        isRefused("2026-06-05", zone, null);
    }

    @Test
    void refusesNothingAtAll() {
        isRefused(null, "UTC", null);
        isRefused("  ", "UTC", null);
    }

    @Test
    void unixWinsAlsoOverNonsense() {
        assertThat(queries.convert(new ConvertTime("nonsense", "nowhere", 0L)).isoUtc())
                .isEqualTo("1970-01-01T00:00:00+00:00");
    }

    @Test
    void refusesOtherYears() {
        isRefused(null, "UTC", FIRST_SECOND - 1);
        isRefused(null, "UTC", LAST_SECOND + 1);
        isRefused(null, "UTC", Long.MIN_VALUE);
        assertThat(queries.convert(new ConvertTime(null, "UTC", FIRST_SECOND)).isoUtc())
                .isEqualTo("0001-01-01T00:00:00+00:00");
        assertThat(queries.convert(new ConvertTime(null, "UTC", LAST_SECOND)).isoUtc())
                .isEqualTo("9999-12-31T23:59:59+00:00");
    }

    @Test
    void showsAllClocks() {
        ConvertedTime time = convert("2026-06-05T12:00:00", "trove");
        assertThat(time.zones()).hasSize(11);
        assertThat(time.zones().getFirst())
                .isEqualTo(new ZoneTime(
                        "trove", "Trove Server (Reset)", "2026-06-05T12:00:00-11:00", "Jun 05, 2026", "12:00:00"));
        assertThat(time.zones().get(1).datetime()).isEqualTo("2026-06-05T23:00:00+00:00");
        assertThat(time.isoUtc()).isEqualTo("2026-06-05T23:00:00+00:00");
        assertThat(time.discord()).hasSize(7);
        assertThat(time.discord().getFirst())
                .isEqualTo(new DiscordCode("t", "Short time (16:20)", "<t:" + time.unix() + ":t>"));
    }

    /** From 1970 on, to before clocks show the year 10000. */
    @Property(tries = 200)
    void everyClockShowsTheSameMoment(@ForAll @LongRange(min = 0, max = LAST_SECOND - 86_400) long unix) {
        for (ZoneTime zone : queries.clocks(new ReadClocks(unix)).zones()) {
            OffsetDateTime shown = OffsetDateTime.parse(zone.datetime());
            assertThat(shown.toEpochSecond()).isEqualTo(unix);
            assertThat(convert(zone.datetime(), "UTC").unix()).isEqualTo(unix);
            if (!zone.id().equals("trove")) {
                assertThat(shown.getOffset())
                        .isEqualTo(ZoneId.of(zone.id()).getRules().getOffset(Instant.ofEpochSecond(unix)));
            }
        }
    }

    @Property(tries = 300)
    void anyTextIsReadOrRefused(
            @ForAll @StringLength(max = 40) String text, @ForAll @StringLength(max = 20) String zone) {
        try {
            convert(text, zone);
        } catch (Refusal refused) {
            assertThat(refused.code()).isEqualTo(ErrorCode.BAD_REQUEST);
        }
    }

    @Test
    void tablesAreInTheirOrder() {
        assertThat(queries.software(new ListSoftware()).categories())
                .extracting(SoftwareCategory::key)
                .containsExactly("blueprints", "vfx", "ui", "sound", "textures");
        assertThat(queries.software(new ListSoftware()).count()).isEqualTo(5);
        assertThat(queries.timezones(new ListTimezones()).items())
                .hasSize(11)
                .startsWith(new Timezone("trove", "Trove Server (Reset)"), new Timezone("UTC", "UTC"));
        assertThat(queries.timezones(new ListTimezones()).count()).isEqualTo(11);
    }

    @Test
    void badRowsAreRefused() {
        Software plain = new Software("Tool", true, "http://example.com", "A tool.");
        List<SoftwareCategory> categories = List.of(new SoftwareCategory("ui", "Screens.", List.of(plain)));
        assertThatThrownBy(() -> new SoftwareTable(categories))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https");
        ClockTable clocks = new ClockTable(
                List.of(new Timezone("Mars/Olympus", "Mars")),
                ClockTable.FILE.get().discordStyles());
        assertThatThrownBy(clocks::checkReferences)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Mars/Olympus");
    }
}
