package dev.kiwi.query.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.rotation.Biome;
import dev.kiwi.api.rotation.BiomeWindow;
import dev.kiwi.api.rotation.Biomes;
import dev.kiwi.api.rotation.ComputeRotation.Computed;
import dev.kiwi.api.rotation.ComputedRotation;
import dev.kiwi.api.rotation.Corruxion;
import dev.kiwi.api.rotation.Fluxion;
import dev.kiwi.api.rotation.Gardening;
import dev.kiwi.api.rotation.Harvest;
import dev.kiwi.api.rotation.MerchantVisit;
import dev.kiwi.api.rotation.ServerTime;
import dev.kiwi.query.rotation.SlowRotations.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Every field against {@link SlowRotations}, at instants of ten years and at their edges. */
class CalculationsTest {
    private static final long FIRST = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2030-01-01T00:00:00Z").getEpochSecond();
    private static final int TRIES = 400;

    private final Calculations calculations = Calculations.get();
    private final RotationTables tables = RotationTables.FILE.get();

    /** As many at an edge of an hour as anywhere. */
    @Provide
    Arbitrary<Long> moments() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(FIRST, LAST),
                Arbitraries.longs()
                        .between(FIRST / 3_600, LAST / 3_600)
                        .flatMap(hour -> Arbitraries.longs().between(-1, 1).map(edge -> hour * 3_600 + edge)));
    }

    private static Instant time(long at) {
        return Instant.ofEpochSecond(at);
    }

    private static Span span(long start, long end) {
        return new Span(time(start), time(end));
    }

    @Property(tries = TRIES)
    void serverTime(@ForAll("moments") long at) {
        ServerTime clock = GameClock.serverTime(at);
        assertThat(clock.nowUnix()).isEqualTo(at);
        assertThat(OffsetDateTime.parse(clock.nowIso())).isEqualTo(time(at).atOffset(ZoneOffset.UTC));
        assertThat(clock.nowIso()).endsWith("+00:00");
        assertThat(clock.troveDay()).isEqualTo(SlowRotations.weekday(time(at)));
        LocalDate day = SlowRotations.gameDay(time(at));
        assertThat(time(clock.dailyResetAt())).isEqualTo(SlowRotations.begin(day.plusDays(1)));
        LocalDate monday = day.plusDays(8 - day.getDayOfWeek().getValue());
        assertThat(time(clock.weeklyResetAt())).isEqualTo(SlowRotations.begin(monday));
    }

    @Property(tries = TRIES)
    void buffs(@ForAll("moments") long at) {
        assertThat(calculations.buffs.daily(at).current().weekday()).isEqualTo(SlowRotations.weekday(time(at)));
        assertThat(calculations.buffs.weekly(at).current())
                .isEqualTo(tables.weeklyBuffs().get(SlowRotations.weeklySlot(time(at))));
    }

    @Property(tries = TRIES)
    void corruxion(@ForAll("moments") long at) {
        Corruxion merchant = Merchants.corruxion(at);
        Span visit = SlowRotations.visit(LocalDate.of(2024, 3, 8), 14, 3, time(at));
        assertThat(span(merchant.startsAt(), merchant.endsAt())).isEqualTo(visit);
        assertThat(merchant.active()).isEqualTo(visit.holds(time(at)));
        assertThat(merchant.secondsRemaining()).isEqualTo(remaining(visit, at));
        assertThat(merchant.schedule()).hasSize(8).allMatch(row -> row.state() == null);
        assertSteps(merchant.schedule(), visit, Duration.ofDays(14));
    }

    @Property(tries = TRIES)
    void fluxion(@ForAll("moments") long at) {
        Fluxion merchant = Merchants.fluxion(at);
        Span visit = SlowRotations.visit(LocalDate.of(2023, 7, 18), 7, 3, time(at));
        assertThat(span(merchant.startsAt(), merchant.endsAt())).isEqualTo(visit);
        assertThat(merchant.active()).isEqualTo(visit.holds(time(at)));
        assertThat(merchant.secondsRemaining()).isEqualTo(remaining(visit, at));
        assertThat(merchant.state())
                .isEqualTo(visit.holds(time(at)) ? SlowRotations.fluxionPhase(visit.start()) : "away");
        assertThat(merchant.schedule())
                .hasSize(8)
                .allMatch(
                        row -> SlowRotations.fluxionPhase(time(row.startsAt())).equals(row.state()));
        assertSteps(merchant.schedule(), visit, Duration.ofDays(7));
    }

    private static long remaining(Span visit, long at) {
        Instant edge = visit.holds(time(at)) ? visit.end() : visit.start();
        return Duration.between(time(at), edge).toSeconds();
    }

    private static void assertSteps(List<MerchantVisit> schedule, Span first, Duration step) {
        Span expected = first;
        for (MerchantVisit row : schedule) {
            assertThat(span(row.startsAt(), row.endsAt())).isEqualTo(expected);
            expected = new Span(expected.start().plus(step), expected.end().plus(step));
        }
    }

    @Property(tries = TRIES)
    void gardening(@ForAll("moments") long at) {
        Gardening garden = Garden.at(at);
        assertHarvest(garden.twoDay(), "2-day plants", SlowRotations.harvest(2, time(at)), at);
        assertHarvest(garden.threeDay(), "3-day plants", SlowRotations.harvest(3, time(at)), at);

        List<Harvest> expected = new ArrayList<>();
        for (int cycle = 0; cycle < 8; cycle++) {
            expected.add(later("2-day plants", 2, cycle, at));
            expected.add(later("3-day plants", 3, cycle, at));
        }
        expected.removeIf(harvest -> harvest.startsAt() <= at);
        expected.sort(Comparator.comparingLong(Harvest::startsAt));
        assertThat(garden.upcoming()).isEqualTo(expected.subList(0, 10));
    }

    private static Harvest later(String name, int days, int cycles, long at) {
        Span day = SlowRotations.harvest(days, time(at).plus(Duration.ofDays((long) days * cycles)));
        return new Harvest(
                name,
                day.holds(time(at)),
                day.start().getEpochSecond(),
                day.end().getEpochSecond());
    }

    private static void assertHarvest(Harvest harvest, String name, Span day, long at) {
        assertThat(harvest)
                .isEqualTo(new Harvest(
                        name,
                        day.holds(time(at)),
                        day.start().getEpochSecond(),
                        day.end().getEpochSecond()));
    }

    @Property(tries = TRIES)
    void longshade(@ForAll("moments") long at) {
        Biomes biomes = calculations.biomes.longshade(at);
        assertThat(biomes.upcoming()).hasSize(16);
        long moment = at;
        for (BiomeWindow window : all(biomes)) {
            Map.Entry<Span, Long> slot = SlowRotations.slot(time(moment));
            assertThat(span(window.startsAt(), window.endsAt())).isEqualTo(slot.getKey());
            assertThat(window.biomes())
                    .extracting(Biome::name)
                    .containsExactly(name(0, slot.getValue()), name(1, slot.getValue()), name(2, slot.getValue()));
            moment = window.endsAt();
        }
    }

    private String name(int list, long slot) {
        List<String> names = tables.longshade().get(list);
        return names.get((int) ((slot % names.size() + names.size()) % names.size()));
    }

    @Property(tries = TRIES)
    void wildMana(@ForAll("moments") long at) {
        Biomes biomes = calculations.biomes.wildMana(at);
        assertThat(biomes.upcoming()).hasSize(7);
        long moment = at;
        for (BiomeWindow window : all(biomes)) {
            assertThat(span(window.startsAt(), window.endsAt()))
                    .isEqualTo(SlowRotations.visit(LocalDate.of(2023, 11, 20), 7, 7, time(moment)));
            long week = SlowRotations.weeksSince(LocalDate.of(2023, 11, 20), time(moment));
            assertThat(window.biomes())
                    .extracting(Biome::name)
                    .containsExactly(
                            group(tables.wildMana(), week),
                            group(tables.wildMana(), week - 1),
                            group(tables.wildMana(), week - 2));
            assertThat(window.biomes()).allMatch(biome -> biome.finalName().equals(biome.name()));
            moment = window.endsAt();
        }
    }

    @Property(tries = TRIES)
    void stampy(@ForAll("moments") long at) {
        Biomes biomes = calculations.biomes.stampy(at);
        assertThat(biomes.upcoming()).hasSize(7);
        long moment = at;
        for (BiomeWindow window : all(biomes)) {
            Span event = SlowRotations.visit(LocalDate.of(2023, 9, 30), 7, 2, time(moment));
            assertThat(span(window.startsAt(), window.endsAt())).isEqualTo(event);
            long week = SlowRotations.weeksSince(LocalDate.of(2023, 9, 30), event.start());
            assertThat(window.biomes()).extracting(Biome::name).containsExactly(group(tables.stampy(), week));
            moment = window.endsAt();
        }
    }

    private static List<BiomeWindow> all(Biomes biomes) {
        List<BiomeWindow> windows = new ArrayList<>(List.of(biomes.current()));
        windows.addAll(biomes.upcoming());
        return windows;
    }

    private static String group(List<String> names, long week) {
        return names.get((int) ((week % names.size() + names.size()) % names.size()));
    }

    /** What is kept until then would be wrong if anything changed before. */
    @Property(tries = TRIES)
    void anAnswerIsTheSameAsLongAsItSays(@ForAll ComputedRotation rotation, @ForAll("moments") long at) {
        Computed computed = calculations.compute(rotation, at);
        assertThat(computed.sameUntil()).isGreaterThan(at);
        long last = computed.sameUntil() - 1;
        assertThat(calculations.compute(rotation, last).body()).isEqualTo(computed.body());
        assertThat(calculations.compute(rotation, at + (last - at) / 2).body()).isEqualTo(computed.body());
    }

    @Test
    void atTheResetTheNextOneIsTomorrow() {
        long reset = Instant.parse("2026-11-22T11:00:00Z").getEpochSecond();
        assertThat(GameClock.dailyReset(reset)).isEqualTo(reset + 86_400);
        assertThat(GameClock.dailyReset(reset - 1)).isEqualTo(reset);
    }

    @Test
    void theCombinationOfLongshadeRepeatsAfter924Slots() {
        assertThat(calculations.biomes.longshadeOf(924)).isEqualTo(calculations.biomes.longshadeOf(0));
        assertThat(calculations.biomes.longshadeOf(462)).isNotEqualTo(calculations.biomes.longshadeOf(0));
        assertThat(calculations.biomes.longshadeOf(-1)).isEqualTo(calculations.biomes.longshadeOf(923));
    }
}
