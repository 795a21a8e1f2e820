package dev.kiwi.web.projection;

import dev.kiwi.projection.machinery.ProjectionAdmin;
import dev.kiwi.web.pending.OpenQueue;
import java.util.List;
import org.springframework.stereotype.Component;

/** Events that could not be applied, by projection. */
@Component
final class DeadLetterQueue implements OpenQueue {
    private final ProjectionAdmin projections;

    DeadLetterQueue(ProjectionAdmin projections) {
        this.projections = projections;
    }

    @Override
    public String tab() {
        return "projections";
    }

    @Override
    public List<Waiting> waiting() {
        return projections.list().stream()
                .map(projection -> new Waiting(projection.name(), projection.deadLetters()))
                .toList();
    }
}
