package dev.kiwi.web.leaderboard;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.command.schedule.Jobs;
import dev.kiwi.projection.machinery.AppliedPositions;
import dev.kiwi.web.http.BlockingWork;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the leading node to look for new captures at once. Best effort: it looks by itself now and then. */
@Component
class AnalysisWaker {
    private static final Logger LOG = LoggerFactory.getLogger(AnalysisWaker.class);

    /** As long as the analysis looks by itself; a projection that needs longer is found then. */
    private static final Duration SERVED_WITHIN = Duration.ofMinutes(1);

    private final ObjectProvider<Jobs> jobs;
    private final AppliedPositions positions;
    private final BlockingWork blocking;

    AnalysisWaker(ObjectProvider<Jobs> jobs, AppliedPositions positions, BlockingWork blocking) {
        this.jobs = jobs;
        this.positions = positions;
        this.blocking = blocking;
    }

    Mono<Void> wake() {
        return blocking.run(() -> {
                    jobs.getObject().runNow(AnalysisConfiguration.CHEATERS);
                    jobs.getObject().runNow(AnalysisConfiguration.TOTALS);
                    jobs.getObject().runNow(AnalysisConfiguration.RENAMES);
                })
                .onErrorResume(AnalysisWaker::unwoken);
    }

    /** Wakes as soon as the leaderboards serve an event; nobody waits for it. @param position of the event */
    void wakeOnceServed(long position) {
        Mono.fromFuture(() -> positions.await(List.of(Projection.LEADERBOARDS.key()), position, SERVED_WITHIN))
                .doOnNext(served -> {
                    if (!served) {
                        LOG.info("Position {} is not served yet; the analysis finds it by itself", position);
                    }
                })
                .filter(served -> served)
                .onErrorResume(AnalysisWaker::unwoken)
                .flatMap(served -> wake())
                .subscribe();
    }

    private static <T> Mono<T> unwoken(Throwable failure) {
        LOG.warn("The analysis of the leaderboards could not be woken", failure);
        return Mono.empty();
    }
}
