package dev.kiwi.web.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.http.BlockingWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StreamHubTest {
    private static final Instant BEGIN = Instant.ofEpochSecond(1_795_000_000);

    private final BlockingWork blocking = new BlockingWork();
    private final ManualTimer timer = new ManualTimer();
    private final Clock clock = new TimerClock();
    private final Hours hours = new Hours();
    private final Captured captured = new Captured("captured");

    private final class TimerClock extends Clock {
        @Override
        public Instant instant() {
            return BEGIN.plusMillis(timer.millis());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Computed: another one each hour. */
    private static final class Hours implements StreamSource {
        private static final long HOUR = 3_600;

        @Override
        public String type() {
            return "hours";
        }

        @Override
        public Set<Projection> readsFrom() {
            return Set.of();
        }

        @Override
        public State at(Instant now) {
            long begin = now.getEpochSecond() / HOUR * HOUR;
            return new State(Map.of("starts_at", begin), Long.toString(begin), Instant.ofEpochSecond(begin + HOUR));
        }
    }

    /** Captured: whatever was put there. */
    private static final class Captured implements StreamSource {
        private final String type;
        private final AtomicInteger looks = new AtomicInteger();
        private volatile @Nullable String value = "first";

        Captured(String type) {
            this.type = type;
        }

        @Override
        public String type() {
            return type;
        }

        @Override
        public Set<Projection> readsFrom() {
            return Set.of(Projection.GIVEAWAY);
        }

        @Override
        public State at(Instant now) {
            looks.incrementAndGet();
            String present = value;
            if ("broken".equals(present)) {
                throw new IllegalStateException("the source is broken");
            }
            return present == null ? State.quiet(null) : new State(Map.of("value", present), present, null);
        }
    }

    private StreamHub hub() {
        return new StreamHub(
                List.of(hours, captured), blocking, JsonMapper.shared(), clock, timer, Duration.ofSeconds(20));
    }

    private static final class Reader {
        final List<byte[]> got = new CopyOnWriteArrayList<>();
        final StreamConnection connection;

        Reader(StreamHub hub, @Nullable String lastId, Instant now) {
            connection = new StreamConnection(() -> {}, now);
            got.addAll(Objects.requireNonNull(hub.join(connection, lastId).block()));
            connection.messages().subscribe(got::add);
        }

        String last() {
            return Lines.text(got.getLast());
        }
    }

    private Reader reader(StreamHub hub) {
        return new Reader(hub, null, clock.instant());
    }

    @AfterEach
    void end() {
        blocking.close();
    }

    @Test
    void nothingIsAskedBeforeSomebodyListens() {
        StreamHub hub = hub();
        hub.changed("giveaway");
        assertThat(captured.looks).hasValue(0);
        Reader reader = reader(hub);
        assertThat(captured.looks).hasValue(1);
        assertThat(reader.last()).contains("event: ready", "\"types\":[\"hours\",\"captured\"]", "\"failed\":[]");
        reader(hub);
        assertThat(captured.looks).hasValue(1);
    }

    @Test
    void aMessageIsTypeDataAndUnixSeconds() {
        Reader reader = reader(hub());
        String text = Lines.text(reader.got.get(2));
        assertThat(text)
                .contains("event: captured\ndata: {")
                .contains("\"type\":\"captured\"", "\"data\":{\"value\":\"first\"}", "\"ts\":1795000000");
    }

    @Test
    void aComputedSourceIsToldWithinASecondOfItsBoundary() {
        Reader reader = reader(hub());
        long boundary = BEGIN.getEpochSecond() / 3_600 * 3_600 + 3_600;
        timer.advance(Duration.between(clock.instant(), Instant.ofEpochSecond(boundary - 1)));
        int before = hoursIn(reader);
        timer.advance(Duration.ofSeconds(2));
        await().untilAsserted(() -> assertThat(hoursIn(reader)).isEqualTo(before + 1));
        assertThat(reader.last()).contains("\"starts_at\":" + boundary);
    }

    private static int hoursIn(Reader reader) {
        return (int) reader.got.stream()
                .filter(bytes -> Lines.text(bytes).contains("event: hours"))
                .count();
    }

    @Test
    void aCapturedSourceIsToldWhenItsReadModelAdvancesAndOnlyThen() {
        StreamHub hub = hub();
        Reader reader = reader(hub);
        captured.value = "second";
        hub.changed("token");
        assertThat(captured.looks).hasValue(1);
        hub.changed("giveaway");
        await().untilAsserted(() -> assertThat(reader.last()).contains("\"value\":\"second\""));
        int got = reader.got.size();
        hub.changed("giveaway");
        await().untilAsserted(() -> assertThat(captured.looks).hasValue(3));
        assertThat(reader.got).hasSize(got);
    }

    @Test
    void whatNobodyToldIsFoundWithinHalfAMinute() {
        Reader reader = reader(hub());
        captured.value = "second";
        timer.advance(Duration.ofSeconds(35));
        await().untilAsserted(() -> assertThat(reader.got.stream().map(Lines::text))
                .anyMatch(text -> text.contains("\"value\":\"second\"")));
    }

    @Test
    void aBrokenSourceIsNamedAndComesBack() {
        captured.value = "broken";
        StreamHub hub = hub();
        Reader reader = reader(hub);
        assertThat(reader.last()).contains("\"failed\":[\"captured\"]").contains("\"quiet\":[]");
        assertThat(reader.got).hasSize(3);
        captured.value = "mended";
        timer.advance(Duration.ofSeconds(31));
        await().untilAsserted(() -> assertThat(reader.got.stream().map(Lines::text))
                .anyMatch(text -> text.contains("\"value\":\"mended\"")));
    }

    @Test
    void aQuietSourceIsNamedAndSendsNothing() {
        captured.value = null;
        Reader reader = reader(hub());
        assertThat(reader.last()).contains("\"quiet\":[\"captured\"]");
        assertThat(reader.got).hasSize(3);
    }

    @Test
    void silenceIsBrokenByAPing() {
        Reader reader = reader(hub());
        timer.advance(Duration.ofSeconds(20));
        assertThat(reader.got.stream().map(Lines::text)).contains(": ping\n\n");
    }

    /** Two nodes find the same and name it alike, so one goes on at either. */
    @Test
    void oneResumesAtAnotherNode() {
        StreamHub here = hub();
        StreamHub there = hub();
        Reader reader = reader(here);
        Reader other = reader(there);
        timer.advance(ReplayBuffer.OVERLAP.plusSeconds(10));
        captured.value = "second";
        here.changed("giveaway");
        there.changed("giveaway");
        await().untilAsserted(() -> assertThat(reader.last()).contains("second"));
        await().untilAsserted(() -> assertThat(other.last()).contains("second"));
        assertThat(reader.got.getLast()).isEqualTo(other.got.getLast());
        String lastId = Lines.ids(List.of(reader.got.getLast())).getFirst();

        timer.advance(Duration.ofSeconds(10));
        captured.value = "third";
        there.changed("giveaway");
        await().untilAsserted(() -> assertThat(other.last()).contains("third"));
        Reader back = new Reader(there, lastId, clock.instant());
        assertThat(back.got).hasSize(3);
        assertThat(Lines.text(back.got.get(1))).contains("third").doesNotContain("snapshot");
        assertThat(back.last()).contains("event: ready");
    }

    @Test
    void aStopEndsEveryConnection() {
        StreamHub hub = hub();
        hub.start();
        StreamConnection connection = new StreamConnection(() -> {}, clock.instant());
        hub.join(connection, null).block();
        hub.stop();
        assertThat(connection.messages().collectList().block(Duration.ofSeconds(5)))
                .isEmpty();
        assertThat(hub.isRunning()).isFalse();
    }
}
