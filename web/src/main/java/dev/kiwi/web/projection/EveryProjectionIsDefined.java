package dev.kiwi.web.projection;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.projection.machinery.ProjectionDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Stops the start when nothing fills a read model that requests may wait for. */
@Component
final class EveryProjectionIsDefined implements SmartInitializingSingleton {
    private final List<ProjectionDefinition> definitions;

    EveryProjectionIsDefined(List<ProjectionDefinition> definitions) {
        this.definitions = definitions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<String> defined =
                definitions.stream().map(ProjectionDefinition::name).collect(Collectors.toUnmodifiableSet());
        List<Projection> missing = Arrays.stream(Projection.values())
                .filter(projection -> !defined.contains(projection.key()))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Projections without a ProjectionDefinition bean: " + missing);
        }
    }
}
