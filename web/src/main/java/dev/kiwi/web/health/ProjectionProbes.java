package dev.kiwi.web.health;

import dev.kiwi.projection.machinery.ProjectionAdmin;
import dev.kiwi.projection.machinery.ProjectionAdmin.Status;
import dev.kiwi.web.http.BlockingWork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.Health;

/**
 * One component a projection. A projection that stands still is {@code DEGRADED}, not down: its read model is old, but
 * the node serves all the others.
 */
final class ProjectionProbes {
    static final String DEGRADED = "DEGRADED";

    private ProjectionProbes() {}

    static CompositeReactiveHealthContributor of(List<String> names, ProjectionAdmin admin, BlockingWork blocking) {
        Map<String, StoreProbe> probes = new LinkedHashMap<>();
        names.forEach(name -> probes.put(name, new StoreProbe(blocking, () -> health(admin.get(name)))));
        return CompositeReactiveHealthContributor.fromMap(probes);
    }

    private static Health health(Status status) {
        boolean stuck = status.state().equals("stalled") || status.state().equals("failed");
        Health.Builder health = stuck ? Health.status(DEGRADED) : Health.up();
        return health.withDetail("state", status.state())
                .withDetail("position", status.position())
                .withDetail("lag", status.lag())
                .withDetail("dead_letters", status.deadLetters())
                .withDetail("alarms", status.alarms())
                .build();
    }
}
