package dev.kiwi.web.leaderboard;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.command.leaderboard.AfterReingest;
import dev.kiwi.projection.leaderboard.cheater.CheaterPass;
import dev.kiwi.projection.machinery.AppliedPositions;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Activity is projected from the same events, every window beside a capture that was filed again; so it is waited for, and
 * then the analysis is woken.
 */
@Component
class ReingestFollowUp implements AfterReingest {
    private static final Logger LOG = LoggerFactory.getLogger(ReingestFollowUp.class);
    private static final Duration A_LOOK = Duration.ofMinutes(1);

    private final AppliedPositions positions;
    private final AnalysisWaker waker;

    ReingestFollowUp(AppliedPositions positions, AnalysisWaker waker) {
        this.positions = positions;
        this.waker = waker;
    }

    @Override
    public void recompute(long position) {
        List<String> made = List.of(Projection.LEADERBOARDS.key(), Projection.ACTIVITY.key());
        while (!positions.await(made, position, A_LOOK).join()) {
            LOG.info("The activity of the backlog is not computed yet");
        }
        // Sooner the report would take the last capture for one of many.
        waker.wake().delaySubscription(CheaterPass.CALM).block();
    }
}
