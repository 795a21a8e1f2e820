package dev.kiwi.web.leaderboard;

import dev.kiwi.command.schedule.Jobs;
import dev.kiwi.web.http.BlockingWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the leading node to look for new captures at once. Best effort: it looks by itself now and then. */
@Component
class AnalysisWaker {
    private static final Logger LOG = LoggerFactory.getLogger(AnalysisWaker.class);

    private final ObjectProvider<Jobs> jobs;
    private final BlockingWork blocking;

    AnalysisWaker(ObjectProvider<Jobs> jobs, BlockingWork blocking) {
        this.jobs = jobs;
        this.blocking = blocking;
    }

    Mono<Void> wake() {
        return blocking.run(() -> {
                    jobs.getObject().runNow(AnalysisConfiguration.CHEATERS);
                    jobs.getObject().runNow(AnalysisConfiguration.TOTALS);
                    jobs.getObject().runNow(AnalysisConfiguration.RENAMES);
                })
                .onErrorResume(e -> {
                    LOG.warn("The analysis of the leaderboards could not be woken", e);
                    return Mono.empty();
                });
    }

    /** Nobody waits for it. */
    void wakeAside() {
        wake().subscribe();
    }
}
