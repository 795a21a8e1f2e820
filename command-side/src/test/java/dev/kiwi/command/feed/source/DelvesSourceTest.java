package dev.kiwi.command.feed.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.rotation.DelveDepths;
import dev.kiwi.api.rotation.RecordDelveWeek;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.Validators;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** rotations.md 5: which week is asked for, and when. */
class DelvesSourceTest {
    private static final String DEPTHS = "[{\"depth\":1}]";

    private final SourceFixture fixture = new SourceFixture();
    // A Sunday.
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private boolean enabled = true;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final DelvesSource source = new DelvesSource(new Delves(fixture.service(), ""), () -> enabled, clock);

    @AfterEach
    void close() {
        fixture.close();
    }

    private Fetched fetchAt(String moment) throws UpstreamFailure {
        now = Instant.parse(moment);
        Fetched fetched = source.fetch(Validators.NONE);
        if (fetched instanceof Fetched.Told) {
            source.recorded();
        }
        return fetched;
    }

    private boolean asksAt(String moment) throws UpstreamFailure {
        return !(fetchAt(moment) instanceof Fetched.NotAsked);
    }

    private void answers() {
        fixture.upstream.answers(200, "{\"total\":7,\"depths\":" + DEPTHS + "}");
    }

    @Test
    void tellsTheCurrentWeekAsItIsToBeRecorded() throws Exception {
        answers();
        assertThat(fetchAt("2026-11-22T10:00:00Z"))
                .isEqualTo(new Fetched.Told(new RecordDelveWeek(55, DelveDepths.of(7, 1, DEPTHS)), Validators.NONE));
        assertThat(fixture.upstream.asked().getFirst().path()).endsWith("?week=55&limit=200");
    }

    /** Weeks begin on Mondays at 11:00 UTC. */
    @ParameterizedTest
    @CsvSource({
        "2025-11-03T10:59:59Z,0",
        "2025-11-03T11:00:00Z,1",
        "2025-11-10T10:59:59Z,1",
        "2025-11-10T11:00:00Z,2",
        "2025-10-27T10:59:59Z,-1",
        "2026-11-23T10:59:59Z,55",
        "2026-11-23T11:00:00Z,56"
    })
    void theWeekOfAMoment(Instant moment, long week) {
        assertThat(DelvesSource.week(moment)).isEqualTo(week);
    }

    /** The Monday of the game lasts until Tuesday, 11:00 UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:59:59Z,2026-11-21T11:00:00Z",
        "2026-11-22T11:00:00Z,2026-11-22T11:00:00Z",
        "2026-11-23T10:59:59Z,2026-11-22T11:00:00Z",
        "2026-11-23T11:00:00Z,2026-11-23T11:00:00Z",
        "2026-11-23T12:59:59Z,2026-11-23T12:00:00Z",
        "2026-11-24T10:59:59Z,2026-11-24T10:00:00Z",
        "2026-11-24T11:00:00Z,2026-11-24T11:00:00Z",
        "2026-11-25T10:00:00Z,2026-11-24T11:00:00Z"
    })
    void whenItBecameDue(Instant moment, Instant due) {
        assertThat(DelvesSource.dueSince(moment)).isEqualTo(due);
    }

    @Test
    void asksOnceAfterAStartThenAfterEachReset() throws Exception {
        answers();
        assertThat(asksAt("2026-11-21T20:00:00Z")).isTrue();
        assertThat(asksAt("2026-11-21T20:05:00Z")).isFalse();
        assertThat(asksAt("2026-11-22T10:59:59Z")).isFalse();
        assertThat(asksAt("2026-11-22T11:00:00Z")).isTrue();
        assertThat(asksAt("2026-11-22T11:05:00Z")).isFalse();
    }

    @Test
    void asksHourlyOnTheMondayOfTheGame() throws Exception {
        answers();
        assertThat(asksAt("2026-11-23T11:02:00Z")).isTrue();
        assertThat(asksAt("2026-11-23T11:57:00Z")).isFalse();
        assertThat(asksAt("2026-11-23T12:02:00Z")).isTrue();
        assertThat(fixture.upstream.asked()).hasSize(2);
    }

    @Test
    void aFailureIsNoFetchAndTheNextLookAsksAgain() throws Exception {
        fixture.upstream.answers(404, "");
        assertThatThrownBy(() -> fetchAt("2026-11-22T11:00:00Z")).hasMessage("it answers 404");
        answers();
        assertThat(asksAt("2026-11-22T11:05:00Z")).isTrue();
        assertThat(asksAt("2026-11-22T11:10:00Z")).isFalse();
    }

    @Test
    void whatWasNotRecordedIsAskedForAgain() throws Exception {
        answers();
        now = Instant.parse("2026-11-22T11:00:00Z");
        assertThat(source.fetch(Validators.NONE)).isInstanceOf(Fetched.Told.class);
        assertThat(asksAt("2026-11-22T11:05:00Z")).isTrue();
        assertThat(asksAt("2026-11-22T11:10:00Z")).isFalse();
    }

    @Test
    void aWeekThatIsStillEmptyIsAskedForAgain() throws Exception {
        fixture.upstream.answers(200, "{\"depths\":[]}");
        assertThat(asksAt("2026-11-23T11:00:00Z")).isTrue();
        assertThat(asksAt("2026-11-23T11:05:00Z")).isTrue();
    }

    @Test
    void anAnswerWithoutDepthsIsAFailure() {
        fixture.upstream.answers(200, "{\"error\":\"down\"}");
        assertThatThrownBy(() -> fetchAt("2026-11-22T11:00:00Z")).hasMessage("its answer has no depths");
    }

    @Test
    void aFeatureThatIsOffAsksNobody() throws Exception {
        answers();
        enabled = false;
        assertThat(asksAt("2026-11-22T11:00:00Z")).isFalse();
        assertThat(fixture.upstream.asked()).isEmpty();
        enabled = true;
        assertThat(asksAt("2026-11-22T11:05:00Z")).isTrue();
    }

    @Test
    void withoutAServiceItSaysSo() {
        assertThat(source.isConfigured()).isTrue();
        assertThat(source.host()).isEqualTo("127.0.0.1");
        DelvesSource nobody = new DelvesSource(null, () -> true, clock);
        assertThat(nobody.isConfigured()).isFalse();
        assertThat(nobody.isLeftAlone()).isFalse();
        assertThat(nobody.host()).isNull();
        assertThat(nobody.missing()).isEqualTo("no service is named (UPSTREAM_DELVES_URL)");
        assertThat(nobody.name()).isEqualTo("delves");
    }
}
