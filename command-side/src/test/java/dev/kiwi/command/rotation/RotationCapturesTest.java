package dev.kiwi.command.rotation;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.rotation.CaptureChallenge;
import dev.kiwi.api.rotation.CaptureChaosChest;
import dev.kiwi.api.rotation.Captured;
import dev.kiwi.api.rotation.ChaosChestRelay;
import dev.kiwi.api.rotation.DelveDepths;
import dev.kiwi.api.rotation.RecordDelveWeek;
import dev.kiwi.api.rotation.RelayChaosChest;
import dev.kiwi.api.rotation.ReportLuxionSighting;
import dev.kiwi.api.rotation.RotationEvent.ChallengeCaptured;
import dev.kiwi.api.rotation.RotationEvent.ChaosChestCaptured;
import dev.kiwi.api.rotation.RotationEvent.ChaosChestRelayed;
import dev.kiwi.api.rotation.RotationEvent.DelveWeekConfirmed;
import dev.kiwi.api.rotation.RotationEvent.DelveWeekRecorded;
import dev.kiwi.api.rotation.RotationEvent.LuxionRunStarted;
import dev.kiwi.api.rotation.RotationEvent.LuxionSeen;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which window a capture belongs to is decided by our clock. */
class RotationCapturesTest {
    /** A Sunday, in the gap after a challenge. */
    private static final Instant NOW = Instant.parse("2026-11-22T13:25:00.123Z");

    private static final long WEEK = second("2026-11-17T11:00:00Z");
    private static final long TODAY = second("2026-11-22T11:00:00Z");

    private static long second(String time) {
        return Instant.parse(time).getEpochSecond();
    }

    private static <T> AggregateTestFixture<T> at(Instant now, Class<T> aggregate) {
        AggregateTestFixture<T> fixture = new AggregateTestFixture<>(aggregate);
        fixture.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
        return fixture;
    }

    private static Matcher<?> badRequest() {
        return Matchers.matches(
                (Object error) -> error instanceof Refusal refusal && refusal.code() == ErrorCode.BAD_REQUEST);
    }

    @Test
    void theFirstChestOfAWeekIsNew() {
        at(NOW, ChaosChestCaptures.class)
                .given(new ChaosChestCaptured(WEEK - 604_800, "Old Chest", NOW))
                .when(new CaptureChaosChest("  Shadow Chest "))
                .expectEvents(new ChaosChestCaptured(WEEK, "Shadow Chest", NOW))
                .expectResultMessagePayload(new Captured(WEEK, "Shadow Chest", false));
    }

    @Test
    void anotherOneReplacesIt() {
        at(NOW, ChaosChestCaptures.class)
                .given(new ChaosChestCaptured(WEEK, "Shadow Chest", NOW))
                .when(new CaptureChaosChest("Better Chest"))
                .expectEvents(new ChaosChestCaptured(WEEK, "Better Chest", NOW))
                .expectResultMessagePayload(new Captured(WEEK, "Better Chest", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void aChestWithoutANameIsRefused(String name) {
        at(NOW, ChaosChestCaptures.class)
                .givenNoPriorActivity()
                .when(new CaptureChaosChest(name))
                .expectException(badRequest());
    }

    @Test
    void whatOthersSayIsNotedWhenItIsNews() {
        ChaosChestRelay said = new ChaosChestRelay("Chest", "a/b", "b", 1L, null);
        ChaosChestRelayed noted = new ChaosChestRelayed("Chest", "a/b", "b", 1L, null, NOW);
        at(NOW, ChaosChestCaptures.class)
                .givenNoPriorActivity()
                .when(new RelayChaosChest(said))
                .expectEvents(noted);
        at(NOW, ChaosChestCaptures.class)
                .given(noted)
                .when(new RelayChaosChest(said))
                .expectNoEvents();
        at(NOW, ChaosChestCaptures.class)
                .given(noted)
                .when(new RelayChaosChest(new ChaosChestRelay("Chest", "a/b", "b", 1L, 2L)))
                .expectEvents(new ChaosChestRelayed("Chest", "a/b", "b", 1L, 2L, NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T13:00:00Z, 2026-11-22T13:00:00Z, false",
        "2026-11-22T13:59:59Z, 2026-11-22T13:00:00Z, false",
        // The game's Friday.
        "2026-11-20T11:30:00Z, 2026-11-20T11:30:00Z, true",
        "2026-11-21T10:59:59Z, 2026-11-21T10:30:00Z, true",
        "2026-11-20T10:59:59Z, 2026-11-20T10:00:00Z, false",
        "2026-11-21T11:30:00Z, 2026-11-21T11:00:00Z, false"
    })
    void aChallengeBelongsToTheLatestWindow(Instant now, Instant start, boolean friday) {
        long anchor = start.getEpochSecond();
        at(now, ChallengeCaptures.class)
                .givenNoPriorActivity()
                .when(new CaptureChallenge("RAMPAGE ALERT!"))
                .expectEvents(new ChallengeCaptured(anchor, anchor + 1_200, friday, "RAMPAGE ALERT!", now))
                .expectResultMessagePayload(new Captured(anchor, "RAMPAGE ALERT!", false));
    }

    @Test
    void aChallengeIsRefreshedInItsWindowOnly() {
        long anchor = second("2026-11-22T13:00:00Z");
        at(NOW, ChallengeCaptures.class)
                .given(new ChallengeCaptured(anchor, anchor + 1_200, false, "Dungeon", NOW))
                .when(new CaptureChallenge("Dungeon"))
                .expectResultMessagePayload(new Captured(anchor, "Dungeon", true));
        at(NOW, ChallengeCaptures.class)
                .given(new ChallengeCaptured(anchor - 3_600, anchor - 2_400, false, "Dungeon", NOW))
                .when(new CaptureChallenge("Dungeon"))
                .expectResultMessagePayload(new Captured(anchor, "Dungeon", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "none", "NONE", " None "})
    void noChallengeIsRefused(String name) {
        at(NOW, ChallengeCaptures.class)
                .givenNoPriorActivity()
                .when(new CaptureChallenge(name))
                .expectException(badRequest());
    }

    @Test
    void theFirstSightingBeginsARunOnTheGameDay() {
        at(NOW, LuxionSightings.class)
                .givenNoPriorActivity()
                .when(new ReportLuxionSighting())
                .expectEvents(new LuxionRunStarted(TODAY, NOW))
                .expectResultMessagePayload(new Captured(TODAY, "luxion", false));
    }

    @Test
    void whatWasSeenEarlierIsOfItsTime() {
        Instant before = NOW.minusSeconds(86_400);
        at(NOW, LuxionSightings.class)
                .givenNoPriorActivity()
                .when(new ReportLuxionSighting(before))
                .expectEvents(new LuxionRunStarted(TODAY - 86_400, before));
        at(NOW, ChallengeCaptures.class)
                .givenNoPriorActivity()
                .when(new CaptureChallenge("RAMPAGE ALERT!", before))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aRunTakesAllSightingsUntilItEnds() {
        long anchor = TODAY - 5 * 86_400;
        at(NOW, LuxionSightings.class)
                .given(new LuxionRunStarted(anchor, NOW), new LuxionSeen(anchor, NOW))
                .when(new ReportLuxionSighting())
                .expectEvents(new LuxionSeen(anchor, NOW))
                .expectResultMessagePayload(new Captured(anchor, "luxion", true));
        at(NOW, LuxionSightings.class)
                .given(new LuxionRunStarted(TODAY - 9 * 86_400, NOW))
                .when(new ReportLuxionSighting())
                .expectEvents(new LuxionRunStarted(TODAY, NOW))
                .expectResultMessagePayload(new Captured(TODAY, "luxion", false));
    }

    private static DelveWeekRecorded recorded(DelveDepths depths) {
        return new DelveWeekRecorded(3, depths.total(), depths.count(), depths.packed(), NOW);
    }

    @Test
    void aWeekOfDelvesIsRecordedAndConfirmed() {
        DelveDepths none = DelveDepths.of(0, 0, "[]");
        DelveDepths one = DelveDepths.of(1, 1, "[{}]");
        at(NOW, StoredDelveWeek.class)
                .givenNoPriorActivity()
                .when(new RecordDelveWeek(3, one))
                .expectEvents(recorded(one));
        at(NOW, StoredDelveWeek.class)
                .given(recorded(one))
                .when(new RecordDelveWeek(3, one))
                .expectEvents(new DelveWeekConfirmed(3, NOW));
        at(NOW, StoredDelveWeek.class)
                .given(recorded(none), new DelveWeekConfirmed(3, NOW))
                .when(new RecordDelveWeek(3, one))
                .expectEvents(recorded(one));
        at(NOW, StoredDelveWeek.class)
                .given(recorded(one))
                .when(new RecordDelveWeek(3, none))
                .expectNoEvents();
        at(NOW, StoredDelveWeek.class)
                .given(recorded(none))
                .when(new RecordDelveWeek(3, none))
                .expectNoEvents();
    }

    @Test
    void whileNothingIsKnownOfAWeekOfDelvesNothingIsRecorded() {
        at(NOW, StoredDelveWeek.class)
                .givenNoPriorActivity()
                .when(new RecordDelveWeek(3, DelveDepths.of(0, 0, "[]")))
                .expectNoEvents();
    }

    @Test
    void aWeekOfDelvesThatFitsIntoNoEventIsRefused() {
        StringBuilder json = new StringBuilder("[");
        new Random(1).longs(20_000).forEach(number -> json.append(number).append(','));
        DelveDepths huge = DelveDepths.of(20_001, 20_001, json.append("0]").toString());
        at(NOW, StoredDelveWeek.class)
                .givenNoPriorActivity()
                .when(new RecordDelveWeek(3, huge))
                .expectException(badRequest());
    }
}
