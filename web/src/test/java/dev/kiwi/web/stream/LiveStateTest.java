package dev.kiwi.web.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveStateTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_000);

    private final LiveState live = new LiveState(List.of("a", "b", "c"), ready -> ready.toString());

    /** A reader that takes everything at once. */
    private final class Reader {
        final List<byte[]> got = new ArrayList<>();
        final StreamConnection connection = new StreamConnection(() -> {}, NOW);

        Reader(@Nullable String lastId) {
            got.addAll(live.join(connection, lastId, NOW));
            connection.messages().subscribe(got::add);
        }

        List<String> ids() {
            return Lines.ids(got);
        }
    }

    private static String id(String type, String signature) {
        return Lines.message(type, signature, 0).id();
    }

    private boolean says(String type, String signature) {
        return live.says(type, Lines.message(type, signature, NOW.toEpochMilli()));
    }

    @Test
    void aSnapshotIsInOrderAndNamesWhoHasNothingToSay() {
        says("b", "1");
        live.isQuiet("a");
        Reader reader = new Reader(null);
        assertThat(Lines.text(reader.got.getFirst())).isEqualTo("retry: 5000\n\n");
        assertThat(Lines.text(reader.got.get(1)))
                .isEqualTo("id: snapshot-" + id("b", "1") + "\nevent: b\ndata: {\"type\":\"b\"}\n\n");
        assertThat(Lines.text(reader.got.get(2)))
                .contains("id: " + id("b", "1") + "\n", "event: ready", "[a, b, c]", "quiet=[a]", "failed=[c]");
        assertThat(reader.got).hasSize(3);
    }

    @Test
    void everyChangeIsSentOnceToEachAndWhatIsNoNewsIsNot() {
        says("a", "1");
        Reader first = new Reader(null);
        Reader second = new Reader(null);
        int begun = first.got.size();
        assertThat(says("a", "2")).isTrue();
        assertThat(says("a", "2")).isFalse();
        live.isQuiet("a");
        assertThat(says("a", "2")).isFalse();
        assertThat(says("a", "1")).isTrue();
        List<String> expected = List.of(id("a", "2"), id("a", "1"));
        assertThat(first.ids().subList(begun, first.got.size())).isEqualTo(expected);
        assertThat(second.ids().subList(begun, second.got.size())).isEqualTo(expected);
    }

    @Test
    void allConnectionsShareTheSameBytes() {
        Reader first = new Reader(null);
        Reader second = new Reader(null);
        says("a", "1");
        assertThat(first.got.getLast()).isSameAs(second.got.getLast());
    }

    @Test
    void whoComesBackGetsWhatWasMissedInsteadOfTheState() {
        live.says("a", Lines.message("a", "1", 0));
        live.says("b", Lines.message("b", "1", 0));
        live.says("a", Lines.message("a", "2", 100_000));
        live.says("b", Lines.message("b", "2", 200_000));
        Reader back = new Reader(id("a", "2"));
        assertThat(back.ids()).containsExactly("retry: 5000", id("b", "2"), id("b", "2"));
        assertThat(Lines.text(back.got.getLast())).contains("event: ready");
        assertThat(new Reader(id("b", "2")).got).hasSize(2);
        assertThat(new Reader("unknown").ids())
                .containsExactly("retry: 5000", "snapshot-" + id("a", "2"), "snapshot-" + id("b", "2"), id("b", "2"));
    }

    /** Cut within a snapshot one has read an id that leads nowhere, and so gets a whole one. */
    @Test
    void halfASnapshotIsNothingToResumeFrom() {
        says("a", "1");
        says("b", "1");
        assertThat(new Reader("snapshot-" + id("a", "1")).got).hasSize(4);
    }

    @Test
    void aReaderThatTakesNothingIsCutAndTheOthersGoOn() {
        List<String> cut = new ArrayList<>();
        StreamConnection slow = new StreamConnection(() -> cut.add("slow"), NOW);
        live.join(slow, null, NOW);
        Reader good = new Reader(null);
        for (int n = 0; n <= StreamConnection.ROOM; n++) {
            says("a", Integer.toString(n));
        }
        assertThat(cut).containsExactly("slow");
        assertThat(live.connections()).isEqualTo(1);
        assertThat(good.ids()).contains(id("a", Integer.toString(StreamConnection.ROOM)));
    }

    @Test
    void onlyWhoHasHeardNothingIsPinged() {
        Reader reader = new Reader(null);
        int begun = reader.got.size();
        live.ping(NOW.plusSeconds(14), Duration.ofSeconds(15));
        assertThat(reader.got).hasSize(begun);
        live.ping(NOW.plusSeconds(15), Duration.ofSeconds(15));
        assertThat(Lines.text(reader.got.getLast())).isEqualTo(": ping\n\n");
        live.ping(NOW.plusSeconds(20), Duration.ofSeconds(15));
        assertThat(reader.got).hasSize(begun + 1);
    }

    /** The call that joins goes on when its client hangs up. */
    @Test
    void whoHasLeftBeforeItJoinedIsNotHeld() {
        StreamConnection gone = new StreamConnection(() -> {}, NOW);
        live.leave(gone);
        live.join(gone, null, NOW);
        assertThat(live.connections()).isZero();
    }

    @Test
    void whoLeavesHearsNoMoreAndAtTheEndNobodyDoes() {
        Reader gone = new Reader(null);
        Reader stays = new Reader(null);
        live.leave(gone.connection);
        int heard = gone.got.size();
        says("a", "1");
        assertThat(gone.got).hasSize(heard);
        live.endAll();
        assertThat(live.connections()).isZero();
        assertThat(stays.ids()).contains(id("a", "1"));
    }
}
