package dev.kiwi.web.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayBufferTest {
    private final ReplayBuffer buffer = new ReplayBuffer();

    private Message add(String signature, long atMillis) {
        Message message = Lines.message("a", signature, atMillis);
        buffer.add(message);
        return message;
    }

    private List<String> since(String id) {
        return buffer.since(id).orElseThrow().stream().map(Message::id).toList();
    }

    @Test
    void whatCameLaterAndShortlyBeforeIsSentAgain() {
        add("long before", 0);
        Message shortlyBefore = add("shortly before", 96_000);
        Message last = add("last", 100_000);
        Message after = add("after", 500_000);
        assertThat(since(last.id())).containsExactly(shortlyBefore.id(), after.id());
        assertThat(since(after.id())).isEmpty();
        assertThat(buffer.newestId()).isEqualTo(after.id());
    }

    @Test
    void whatIsNotRememberedIsNotGuessed() {
        assertThat(buffer.newestId()).isNull();
        Message first = add("0", 0);
        assertThat(buffer.since("unknown")).isEmpty();
        for (int n = 1; n <= ReplayBuffer.MOST; n++) {
            add(Integer.toString(n), n * 10_000L);
        }
        assertThat(buffer.since(first.id())).isEmpty();
        assertThat(since(Lines.message("a", "1", 0).id())).hasSize(ReplayBuffer.MOST - 1);
    }

    @Test
    void ofTwoAlikeTheEarlierCounts() {
        Message up = add("up", 0);
        Message down = add("down", 100_000);
        add("up", 200_000);
        assertThat(since(up.id())).containsExactly(down.id(), up.id());
    }

    @Test
    void ofTwoAlikeOneMayBeForgotten() {
        Message up = add("up", 0);
        for (int n = 1; n < ReplayBuffer.MOST; n++) {
            add(Integer.toString(n), n * 10_000L);
        }
        add("up", 10_000_000);
        assertThat(buffer.newestId()).isEqualTo(up.id());
        assertThat(buffer.since(up.id())).isEmpty();
    }
}
