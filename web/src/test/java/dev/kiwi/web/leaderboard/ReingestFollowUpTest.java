package dev.kiwi.web.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.command.schedule.Jobs;
import dev.kiwi.web.fixture.KnownProjections;
import dev.kiwi.web.http.BlockingWork;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;

/** leaderboards.md 8: after the last file activity is made anew, and then the analysis is woken. */
class ReingestFollowUpTest {
    private final KnownProjections projections = new KnownProjections();
    private final BlockingWork blocking = new BlockingWork();
    /** How far activity was, whenever the analysis was woken. */
    private final List<Long> wokenAt = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        blocking.close();
    }

    private final class NoJobs implements ObjectProvider<Jobs> {
        @Override
        public Jobs getObject() {
            wokenAt.add(projections.applied("activity"));
            throw new NoSuchBeanDefinitionException(Jobs.class);
        }
    }

    @Test
    void theAnalysisIsWokenWhenActivityIsServed() {
        AnalysisWaker waker = new AnalysisWaker(new NoJobs(), projections, blocking);
        projections.apply("leaderboards", 9);
        projections.apply("activity", 8);
        CompletableFuture<Void> done =
                CompletableFuture.runAsync(() -> new ReingestFollowUp(projections, waker).recompute(9));
        assertThat(done).isNotDone();
        projections.apply("activity", 9);
        await().until(done::isDone);
        assertThat(wokenAt).containsExactly(9L);
    }
}
