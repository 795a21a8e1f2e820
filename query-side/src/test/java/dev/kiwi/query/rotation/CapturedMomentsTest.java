package dev.kiwi.query.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.rotation.CalendarType;
import dev.kiwi.api.rotation.ChallengeWindow;
import dev.kiwi.api.rotation.ChaosChest;
import dev.kiwi.api.rotation.DelveDepths;
import dev.kiwi.api.rotation.FindDelveWeek;
import dev.kiwi.api.rotation.GameCycle;
import dev.kiwi.api.rotation.GetCalendar;
import dev.kiwi.api.rotation.GetChallenge;
import dev.kiwi.api.rotation.GetChallenge.CurrentChallenge;
import dev.kiwi.api.rotation.GetChallengeHistory;
import dev.kiwi.api.rotation.GetChaosChest;
import dev.kiwi.api.rotation.GetChaosChestHistory;
import dev.kiwi.api.rotation.GetLuxion;
import dev.kiwi.api.rotation.GetLuxionHistory;
import dev.kiwi.api.rotation.ListDelveWeeks;
import dev.kiwi.api.rotation.ListDelveWeeks.DelveWeekEntry;
import dev.kiwi.api.rotation.Luxion;
import dev.kiwi.api.rotation.LuxionRun;
import dev.kiwi.api.rotation.RotationEvent.ChallengeCaptured;
import dev.kiwi.api.rotation.RotationEvent.ChaosChestCaptured;
import dev.kiwi.api.rotation.RotationEvent.ChaosChestRelayed;
import dev.kiwi.api.rotation.RotationEvent.DelveWeekConfirmed;
import dev.kiwi.api.rotation.RotationEvent.DelveWeekRecorded;
import dev.kiwi.api.rotation.RotationEvent.LuxionRunStarted;
import dev.kiwi.api.rotation.RotationEvent.LuxionSeen;
import dev.kiwi.api.rotation.SourceState;
import dev.kiwi.api.rotation.TimeWindow;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.trove.TroveProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Captures in, what is known for a moment out. */
class CapturedMomentsTest {
    /** A Sunday. */
    private static final long NOW = Instant.parse("2026-11-22T13:25:00Z").getEpochSecond();

    private static final long DAY = 86_400;
    private static final long WEEK_START = GameCycle.CHAOS_CHEST.windowAt(NOW).startsAt();
    private static final long WEEK_END = WEEK_START + 7 * DAY;

    private final PostgresReadModel model =
            PostgresReadModel.in(TestStores.freshDatabase(), "trove", "projection/trove.sql", TroveProjector::new);
    private final RotationQueries queries = new RotationQueries(model.dataSource());
    private final CaptureHistoryQueries histories = new CaptureHistoryQueries(model.dataSource());
    private final LiveRotations live = new LiveRotations(model.dataSource());

    private static Instant time(long at) {
        return Instant.ofEpochSecond(at);
    }

    private void chest(long week, String name, long at) {
        model.apply("rotation:chaos-chest", new ChaosChestCaptured(week, name, time(at)));
    }

    private void relayed(String name, @Nullable Long start, @Nullable Long end, long at) {
        model.apply(
                "rotation:chaos-chest",
                new ChaosChestRelayed(name, "items/box", "box.blueprint", start, end, time(at)));
    }

    private ChaosChest chest(long at) {
        return queries.chaosChest(new GetChaosChest(at));
    }

    @Test
    void givenNothingThenTheWeekStandsAlone() {
        assertThat(chest(NOW)).isEqualTo(new ChaosChest(true, WEEK_START, WEEK_END, WEEK_END - NOW, null, null));
        assertThat(live.at("chaos", time(NOW)).signature()).isNull();
        assertThat(live.at("chaos", time(NOW)).nextChange()).isEqualTo(time(WEEK_END));
    }

    @Test
    void aCaptureCountsForItsWeekAndTheLastOneWins() {
        chest(WEEK_START - 7 * DAY, "Old Chest", WEEK_START - DAY);
        chest(WEEK_START, "Wrong Chest", NOW - 60);
        chest(WEEK_START, "New Chest", NOW - 30);
        relayed("Other Chest", null, null, NOW);
        assertThat(chest(NOW).item().name()).isEqualTo("New Chest");
        assertThat(chest(NOW).fetchedAt()).isEqualTo(NOW - 30);
        assertThat(chest(WEEK_START).item().name()).isEqualTo("New Chest");
        assertThat(chest(WEEK_START - 1).item().name()).isEqualTo("Old Chest");
        assertThat(live.at("chaos", time(NOW)).signature()).isEqualTo(WEEK_START + ":New Chest");

        var history = histories.chests(new GetChaosChestHistory(1, 0));
        assertThat(history.items()).singleElement().satisfies(row -> {
            assertThat(row.weekAnchor()).isEqualTo(WEEK_START);
            assertThat(row.weekEndsAt()).isEqualTo(WEEK_END);
            assertThat(row.capturedAt()).isEqualTo(NOW - 30);
        });
        assertThat(history.total()).isEqualTo(2);
        assertThat(histories.chests(new GetChaosChestHistory(50, 1)).items())
                .extracting(row -> row.name())
                .containsExactly("Old Chest");
    }

    @Test
    void withoutACaptureOthersAreBelievedWithTheirTimes() {
        relayed("Relayed Chest", WEEK_START + 100, WEEK_END - 100, NOW - 10);
        ChaosChest chest = chest(NOW);
        assertThat(chest.item().name()).isEqualTo("Relayed Chest");
        assertThat(chest.item().blueprint()).isEqualTo("box.blueprint");
        assertThat(chest.item().identifier()).isEqualTo("items/box");
        assertThat(chest.startsAt()).isEqualTo(WEEK_START + 100);
        assertThat(chest.endsAt()).isEqualTo(WEEK_END - 100);
        assertThat(chest.secondsRemaining()).isEqualTo(WEEK_END - 100 - NOW);
        assertThat(chest.fetchedAt()).isEqualTo(NOW - 10);

        assertThat(chest(WEEK_START + 99).active()).isFalse();
        assertThat(chest(WEEK_END - 100).item()).as("what is over").isNull();
        assertThat(chest(WEEK_START - 1).item()).as("not said yet").isNull();

        relayed("Another Chest", 0L, null, NOW);
        assertThat(chest(NOW).startsAt()).as("a start of 0 is none").isEqualTo(WEEK_START);
        assertThat(chest(NOW).endsAt()).isEqualTo(WEEK_END);
    }

    @Test
    void aChallengeCountsForItsWindow() {
        ChallengeWindow window = ChallengeWindow.at(NOW);
        long anchor = window.time().startsAt();
        assertThat(queries.challenge(new GetChallenge(NOW)).name()).isNull();
        assertThat(live.at("challenge", time(NOW)).signature()).isNull();
        model.apply(
                "rotation:challenge",
                new ChallengeCaptured(anchor, anchor + 1_200, false, "Racing Challenge", time(NOW)));

        assertThat(queries.challenge(new GetChallenge(NOW)))
                .isEqualTo(new CurrentChallenge(
                        anchor, anchor + 1_200, false, false, 0, "Racing Challenge", "racing", NOW));
        CurrentChallenge open = queries.challenge(new GetChallenge(anchor + 1));
        assertThat(open.active()).isTrue();
        assertThat(open.secondsRemaining()).isEqualTo(1_199);
        assertThat(queries.challenge(new GetChallenge(anchor - 1)).name()).isNull();
        assertThat(live.at("challenge", time(NOW)).signature()).isEqualTo(anchor + ":Racing Challenge");
        assertThat(live.at("challenge", time(NOW)).nextChange()).isEqualTo(time(anchor + 3_600));
        assertThat(live.at("challenge", time(anchor)).nextChange()).isEqualTo(time(anchor + 1_200));

        assertThat(histories.challenges(new GetChallengeHistory(10, 0)).items())
                .singleElement()
                .satisfies(row -> assertThat(row.type()).isEqualTo("racing"));
    }

    @Test
    void luxionWasNeverSeen() {
        assertThat(queries.luxion(new GetLuxion(NOW))).isEqualTo(Luxion.NEVER_SEEN);
        assertThat(live.at("luxion", time(NOW))).isEqualTo(new SourceState(Luxion.NEVER_SEEN, null, null));
    }

    @Test
    void luxionsRunIsKnownFromItsDayOn() {
        LuxionRun run = LuxionRun.seenAt(NOW);
        long first = run.visits().getFirst().startsAt();
        model.apply("rotation:luxion", new LuxionRunStarted(run.dayAnchor(), time(NOW)));
        model.apply("rotation:luxion", new LuxionSeen(run.dayAnchor(), time(NOW + DAY)));

        assertThat(queries.luxion(new GetLuxion(run.dayAnchor() - 1))).isEqualTo(Luxion.NEVER_SEEN);
        Luxion before = queries.luxion(new GetLuxion(first - 1));
        assertThat(before.active()).isFalse();
        assertThat(before.secondsRemaining()).isEqualTo(1);
        assertThat(live.at("luxion", time(first - 1)).signature()).isNull();

        Luxion open = queries.luxion(new GetLuxion(first));
        assertThat(open.active()).isTrue();
        assertThat(open.merchantOpen()).isTrue();
        assertThat(open.currentWindow().state()).isEqualTo("Day 1");
        assertThat(open.nextWindow().state()).isEqualTo("Day 2");
        assertThat(open.secondsRemaining()).isEqualTo(3 * 3_600);
        assertThat(open.schedule()).hasSize(7);
        assertThat(open.firstSeenAt()).isEqualTo(NOW);
        assertThat(open.lastSeenAt()).isEqualTo(NOW + DAY);

        Luxion between = queries.luxion(new GetLuxion(first + 3 * 3_600));
        assertThat(between.merchantOpen()).isFalse();
        assertThat(between.currentWindow()).isNull();
        assertThat(between.secondsRemaining()).isEqualTo(24 * 3_600);
        assertThat(live.at("luxion", time(first + 3 * 3_600)).signature()).isEqualTo(first + ":" + first);

        Luxion last = queries.luxion(new GetLuxion(first + 7 * DAY - 1));
        assertThat(last.nextWindow()).isNull();
        assertThat(last.secondsRemaining()).isEqualTo(1);
        Luxion over = queries.luxion(new GetLuxion(first + 7 * DAY));
        assertThat(over.active()).isFalse();
        assertThat(over.secondsRemaining()).isZero();
        assertThat(live.at("luxion", time(first + 7 * DAY)).nextChange()).isNull();

        assertThat(histories.luxion(new GetLuxionHistory(50, 0)).items())
                .singleElement()
                .satisfies(row -> assertThat(row.startedAt()).isEqualTo(first));
        assertThat(queries.calendar(new GetCalendar(new TimeWindow(first, first + 1), Set.of(CalendarType.LUXION)))
                        .items())
                .hasSize(1);
    }

    @Test
    void aWeekWithoutDelvesThatWasRecordedOnceIsNotKnown() {
        DelveDepths none = DelveDepths.of(0, 0, "[]");
        DelveDepths one = DelveDepths.of(1, 1, "[{}]");
        model.apply("rotation:delve-week:3", new DelveWeekRecorded(3, 0, 0, none.packed(), time(NOW)));
        model.apply("rotation:delve-week:3", new DelveWeekConfirmed(3, time(NOW + 1)));
        assertThat(histories.delves(new FindDelveWeek(3)).fetchedAt()).isNull();
        assertThat(histories.delveWeeks(new ListDelveWeeks()).items()).isEmpty();
        model.apply("rotation:delve-week:3", new DelveWeekRecorded(3, 1, 1, one.packed(), time(NOW + 2)));
        assertThat(histories.delves(new FindDelveWeek(3)).count()).isEqualTo(1);
    }

    @Test
    void delvesOfAWeekAreTheLastFetched() {
        assertThat(histories.delves(new FindDelveWeek(3)).fetchedAt()).isNull();
        DelveDepths first = DelveDepths.of(1, 1, "[{\"depth\":1}]");
        DelveDepths second = DelveDepths.of(9, 2, "[{\"depth\":1},{\"depth\":2}]");
        model.apply("rotation:delve-week:3", new DelveWeekRecorded(3, 1, 1, first.packed(), time(NOW)));
        model.apply("rotation:delve-week:3", new DelveWeekRecorded(3, 9, 2, second.packed(), time(NOW + 1)));
        model.apply("rotation:delve-week:3", new DelveWeekConfirmed(3, time(NOW + 2)));
        model.apply("rotation:delve-week:4", new DelveWeekRecorded(4, 1, 1, first.packed(), time(NOW)));

        var week = histories.delves(new FindDelveWeek(3));
        assertThat(week.depths()).isEqualTo("[{\"depth\":1},{\"depth\":2}]");
        assertThat(week.total()).isEqualTo(9);
        assertThat(week.fetchedAt()).isEqualTo(NOW + 2);
        assertThat(histories.delveWeeks(new ListDelveWeeks()).items())
                .containsExactly(new DelveWeekEntry(4, 1, 1, NOW), new DelveWeekEntry(3, 9, 2, NOW + 2));
    }
}
