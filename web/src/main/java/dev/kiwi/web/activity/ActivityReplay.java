package dev.kiwi.web.activity;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.projection.machinery.ProjectionAdmin;
import dev.kiwi.projection.machinery.ProjectionAdmin.Rebuild;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Computes all of history again: a rebuild of the read model beside the live one, with its progress where that of every
 * rebuild is. A request during one is kept and begins the next, because what was changed meanwhile is not in it. Blocks.
 */
@Component
class ActivityReplay {
    private static final Logger LOG = LoggerFactory.getLogger(ActivityReplay.class);
    private static final String NAME = Projection.ACTIVITY.key();
    private static final Set<String> ENDED = Set.of("done", "failed");

    private final ProjectionAdmin projections;
    /** Listens for the end of a rebuild after which another begins; null when none is asked for. */
    private final AtomicReference<@Nullable AutoCloseable> waiting = new AtomicReference<>();

    ActivityReplay(ProjectionAdmin projections) {
        this.projections = projections;
    }

    /** What happens now, for the answer. */
    synchronized String request() {
        try {
            projections.replay(NAME);
            return "All windows are computed again; the progress is that of the projection " + NAME + ".";
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.CONFLICT) {
                throw refusal;
            }
            if (waiting.get() == null) {
                waiting.set(projections.onProgress(this::onProgress));
                Rebuild running = projections.rebuild(NAME);
                if (running != null) {
                    // It may have ended before anybody listened.
                    onProgress(running);
                }
            }
            return "A computation is under way; another one follows it.";
        }
    }

    private void onProgress(Rebuild rebuild) {
        if (rebuild.name().equals(NAME) && ENDED.contains(rebuild.phase())) {
            AutoCloseable subscription = waiting.getAndSet(null);
            if (subscription != null) {
                Thread.ofVirtual().name("activity-replay").start(() -> next(subscription));
            }
        }
    }

    private void next(AutoCloseable subscription) {
        try {
            subscription.close();
            LOG.info("{}", request());
        } catch (Exception e) {
            LOG.error("Activity could not be computed again", e);
        }
    }
}
