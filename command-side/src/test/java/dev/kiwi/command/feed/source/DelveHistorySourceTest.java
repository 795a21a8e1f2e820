package dev.kiwi.command.feed.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.rotation.DelveDepths;
import dev.kiwi.api.rotation.RecordDelveWeek;
import dev.kiwi.command.eventstore.EventStoreConfiguration;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.Validators;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.embedded.TestUpstream.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** rotations.md 5: weeks that are over are imported, one with each due fetch, until week 1. */
class DelveHistorySourceTest {
    private static final String DEPTHS = "[{\"depth\":1}]";
    /** A Tuesday of week 4. */
    private static final Instant NOW = Instant.parse("2025-11-25T12:00:00Z");

    private final SourceFixture fixture = new SourceFixture();
    private final TestStores.Database database = TestStores.freshDatabase();
    private Instant now = NOW;
    private boolean enabled = true;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private Node node;

    /** What a node keeps in memory. */
    private record Node(DelvesSource current, DelveHistorySource history) {}

    @BeforeEach
    void open() {
        EventStoreConfiguration.flyway(database.dataSource()).migrate();
        answers("{\"depths\":" + DEPTHS + "}");
        node = started();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Node started() {
        Delves delves = new Delves(fixture.service(), "");
        DelvesSource current = new DelvesSource(delves, () -> enabled, clock);
        return new Node(
                current,
                new DelveHistorySource(delves, current, new PastDelveWeeks(database.dataSource(), clock), clock));
    }

    /** Of weeks that are over; the current one has depths. */
    private void answers(String past) {
        answers(new Answer(200, past));
    }

    private void answers(Answer past) {
        fixture.upstream.answers(
                asked -> asked.path().contains("week=4&") ? new Answer(200, "{\"depths\":" + DEPTHS + "}") : past);
    }

    /** Both relays, as their jobs run them. */
    private Fetched look() throws UpstreamFailure {
        recorded(node.current(), node.current().fetch(Validators.NONE));
        return recorded(node.history(), node.history().fetch(Validators.NONE));
    }

    private static Fetched recorded(Source source, Fetched fetched) {
        if (fetched instanceof Fetched.Told) {
            source.recorded();
        }
        return fetched;
    }

    private Fetched lookLater() throws UpstreamFailure {
        now = now.plus(Duration.ofMinutes(5));
        return look();
    }

    /** Not over a Monday: week 4 goes on. */
    private Fetched lookTheNextDay() throws UpstreamFailure {
        now = now.plus(Duration.ofDays(1));
        return look();
    }

    private static Fetched told(long week) {
        return new Fetched.Told(new RecordDelveWeek(week, DelveDepths.of(1, 1, DEPTHS)), Validators.NONE);
    }

    @Test
    void oneOlderWeekComesWithEachDueFetchDownToTheFirst() throws Exception {
        assertThat(look()).isEqualTo(told(3));
        assertThat(lookLater()).isEqualTo(new Fetched.NotAsked());
        assertThat(lookTheNextDay()).isEqualTo(told(2));
        assertThat(lookTheNextDay()).isEqualTo(told(1));
        assertThat(lookTheNextDay()).isEqualTo(new Fetched.NotAsked());
    }

    @Test
    void anotherNodeGoesOnWhereTheLastOneStopped() throws Exception {
        look();
        node = started();
        assertThat(lookLater()).isEqualTo(told(2));
        node = started();
        assertThat(lookLater()).isEqualTo(told(1));
        node = started();
        assertThat(lookLater()).isEqualTo(new Fetched.NotAsked());
    }

    @Test
    void aWeekThatHasEndedIsAskedForOnceMore() throws Exception {
        for (int i = 0; i < 4; i++) {
            node = started();
            look();
        }
        now = Instant.parse("2025-12-02T12:00:00Z");
        assertThat(look()).isEqualTo(told(4));
        assertThat(lookTheNextDay()).isEqualTo(new Fetched.NotAsked());
    }

    @Test
    void whatWasNotRecordedIsAskedForAgain() throws Exception {
        node.current().fetch(Validators.NONE);
        assertThat(node.history().fetch(Validators.NONE)).isEqualTo(told(3));
        assertThat(lookTheNextDay()).isEqualTo(told(3));
    }

    @ParameterizedTest
    @CsvSource({"404,", "410,", "200,{\"error\":\"none\"}", "200,<html>"})
    void aWeekThatTheServiceDoesNotHaveIsLeftOut(int status, String body) throws Exception {
        answers(new Answer(status, body == null ? "" : body));
        assertThatThrownBy(this::look).isInstanceOf(UpstreamFailure.class);
        answers("{\"depths\":" + DEPTHS + "}");
        assertThat(lookTheNextDay()).isEqualTo(told(2));
    }

    @Test
    void aWeekThatIsEmptyIsNotAskedForAgain() throws Exception {
        answers("{\"depths\":[]}");
        look();
        answers("{\"depths\":" + DEPTHS + "}");
        assertThat(lookTheNextDay()).isEqualTo(told(2));
    }

    @ParameterizedTest
    @CsvSource({"403", "500"})
    void aServiceThatFailsIsAskedForTheSameWeekWhenItIsDue(int status) throws Exception {
        answers(new Answer(status, ""));
        assertThatThrownBy(this::look).hasMessage("it answers " + status);
        assertThat(lookLater()).isEqualTo(new Fetched.NotAsked());
        answers("{\"depths\":" + DEPTHS + "}");
        assertThat(lookTheNextDay()).isEqualTo(told(3));
    }

    @Test
    void whileTheCurrentWeekIsNotToBeHadNoOlderOneIsAskedFor() throws Exception {
        fixture.upstream.answers(500, "");
        assertThatThrownBy(() -> node.current().fetch(Validators.NONE)).isInstanceOf(UpstreamFailure.class);
        assertThat(node.history().fetch(Validators.NONE)).isEqualTo(new Fetched.NotAsked());
        answers("{\"depths\":" + DEPTHS + "}");
        look();
        enabled = false;
        assertThat(lookTheNextDay()).isEqualTo(new Fetched.NotAsked());
    }

    @Test
    void anEmptyCurrentWeekKeepsNoneBack() throws Exception {
        fixture.upstream.answers(200, "{\"depths\":[]}");
        look();
        lookLater();
        assertThat(fixture.upstream.asked().stream().map(asked -> asked.path().replaceAll("\\D+(\\d+)&.*", "$1")))
                .containsExactly("4", "3", "4");
    }

    @Test
    void beforeTheSecondWeekThereIsNone() throws Exception {
        now = Instant.parse("2025-11-05T12:00:00Z");
        assertThat(look()).isEqualTo(new Fetched.NotAsked());
        now = Instant.parse("2025-10-05T12:00:00Z");
        assertThat(look()).isEqualTo(new Fetched.NotAsked());
    }

    @Test
    void withoutAServiceItSaysSo() throws Exception {
        DelveHistorySource nobody =
                new DelveHistorySource(null, node.current(), new PastDelveWeeks(database.dataSource(), clock), clock);
        assertThat(nobody.isConfigured()).isFalse();
        assertThat(nobody.host()).isNull();
        assertThat(nobody.isLeftAlone()).isFalse();
        assertThat(nobody.missing()).isEqualTo("no service is named (UPSTREAM_DELVES_URL)");
        assertThat(nobody.fetch(Validators.NONE)).isEqualTo(new Fetched.NotAsked());
        assertThat(nobody.name()).isEqualTo("delves_history");
        assertThat(node.history().isConfigured()).isTrue();
    }
}
