package dev.kiwi.web.leaderboard;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.command.leaderboard.AppliedCaptures;
import dev.kiwi.projection.machinery.AppliedPositions;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Waits for the live leaderboards, a minute at most. */
@Component
class ServedCaptures implements AppliedCaptures {
    private final AppliedPositions positions;

    ServedCaptures(AppliedPositions positions) {
        this.positions = positions;
    }

    @Override
    public boolean await(long position) {
        return positions
                .await(List.of(Projection.LEADERBOARDS.key()), position, Duration.ofMinutes(1))
                .join();
    }
}
