package dev.kiwi.web.pending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.pending.OpenQueue.Waiting;
import dev.kiwi.web.pending.PendingController.Pending;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PendingControllerTest {
    private final BlockingWork blocking = new BlockingWork();

    @AfterEach
    void close() {
        blocking.close();
    }

    private record Queue(String tab, Callable<List<Waiting>> count) implements OpenQueue {
        @Override
        public List<Waiting> waiting() throws Exception {
            return count.call();
        }
    }

    private Pending pending(OpenQueue... queues) {
        return Objects.requireNonNull(
                new PendingController(List.of(queues), blocking).pending().block());
    }

    @Test
    void countsEachTabAndSaysWhatItIs() {
        Pending pending = pending(
                new Queue("mail", () -> List.of(new Waiting("failed", 3))),
                new Queue("jobs", () -> List.of(new Waiting("blob-sweep", 1), new Waiting("token-expiry", 1))),
                new Queue("mail", () -> List.of(new Waiting("late", 2))));
        assertThat(pending.counts()).isEqualTo(Map.of("jobs", 2L, "mail", 5L));
        assertThat(pending.detail().get("mail")).containsExactly(new Waiting("failed", 3), new Waiting("late", 2));
    }

    @Test
    void leavesOutWhatIsEmpty() {
        Pending pending = pending(
                new Queue("mail", () -> List.of(new Waiting("failed", 0))),
                new Queue("projections", () -> List.of(new Waiting("token", 0), new Waiting("account", 4))),
                new Queue("jobs", List::of));
        assertThat(pending.counts()).isEqualTo(Map.of("projections", 4L));
        assertThat(pending.detail()).isEqualTo(Map.of("projections", List.of(new Waiting("account", 4))));
    }

    @Test
    void aCounterThatFailsKeepsNoOtherFromBeingShown() {
        Pending pending = pending(
                new Queue("mail", () -> {
                    throw new IOException("the store is away");
                }),
                new Queue("jobs", () -> List.of(new Waiting("blob-sweep", 1))));
        assertThat(pending.counts()).isEqualTo(Map.of("jobs", 1L));
    }
}
