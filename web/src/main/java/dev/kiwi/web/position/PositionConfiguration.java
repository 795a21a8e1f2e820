package dev.kiwi.web.position;

import dev.kiwi.projection.machinery.AppliedPositions;
import dev.kiwi.web.http.HttpSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the wait for a position; needs an {@link AppliedPositions} bean. */
@Configuration(proxyBeanMethods = false)
class PositionConfiguration {
    @Bean
    OwnWrites ownWrites(AppliedPositions positions, HttpSettings settings) {
        return new OwnWrites(positions, settings.positionWait());
    }

    @Bean
    MinPositionFilter minPositionFilter(AppliedPositions positions, HttpSettings settings) {
        return new MinPositionFilter(positions, settings.positionWait());
    }
}
