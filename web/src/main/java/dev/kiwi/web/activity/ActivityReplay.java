package dev.kiwi.web.activity;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.projection.machinery.ProjectionAdmin;
import org.springframework.stereotype.Component;

/**
 * Computes all of history again: a rebuild of the read model beside the live one, with its progress where that of every
 * rebuild is. A request during one is kept and begins the next, because what was changed meanwhile is not in it. Blocks.
 */
@Component
class ActivityReplay {
    private static final String NAME = Projection.ACTIVITY.key();

    private final ProjectionAdmin projections;

    ActivityReplay(ProjectionAdmin projections) {
        this.projections = projections;
    }

    /** What happens now, for the answer. */
    String request() {
        return projections.replayNext(NAME)
                ? "All windows are computed again; the progress is that of the projection " + NAME + "."
                : "A computation is under way; another one follows it.";
    }
}
