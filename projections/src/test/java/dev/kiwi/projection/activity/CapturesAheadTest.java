package dev.kiwi.projection.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.formats.leaderbot.LeaderBotParser;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class CapturesAheadTest {
    private final List<String> read = new CopyOnWriteArrayList<>();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final CapturesAhead captures = new CapturesAhead(this::read);

    private ParsedCapture read(String sha256) throws IOException {
        read.add(sha256);
        if (broken.contains(sha256)) {
            throw new IOException("no blob " + sha256);
        }
        return LeaderBotParser.parse(new ByteArrayInputStream(new byte[0]));
    }

    @Test
    void theNextOneIsReadWhileThePresentOneIsCounted() throws IOException {
        List.of("a", "b", "c").forEach(captures::foresee);
        captures.take("a");
        await().untilAsserted(() -> assertThat(read).containsExactly("a", "b"));
        captures.take("b");
        captures.take("c");
        assertThat(read).containsExactly("a", "b", "c");
    }

    @Test
    void whatNobodyHasForeseenIsReadWhenAsked() throws IOException {
        captures.take("a");
        captures.take("b");
        assertThat(read).containsExactly("a", "b");
    }

    @Test
    void eventsThatWerePassedOverAreForgotten() throws IOException {
        List.of("a", "parked", "c", "d").forEach(captures::foresee);
        captures.take("a");
        captures.take("c");
        captures.take("d");
        assertThat(read).containsOnlyOnce("a", "c", "d");
    }

    @Test
    void aRepeatedBatchIsReadAgainAndLosesNothingToCome() throws IOException {
        List.of("a", "b", "c").forEach(captures::foresee);
        captures.take("a");
        captures.take("b");
        captures.take("a");
        captures.take("b");
        captures.take("c");
        assertThat(read.getLast()).isEqualTo("c");
        assertThat(read).contains("a", "b", "c");
    }

    @Test
    void aFailureIsThatOfItsOwnEvent() throws IOException {
        broken.add("b");
        List.of("a", "b", "c").forEach(captures::foresee);
        captures.take("a");
        assertThatThrownBy(() -> captures.take("b"))
                .isInstanceOf(IOException.class)
                .hasMessage("no blob b");
        captures.take("c");
    }
}
