package dev.kiwi.web.health;

import dev.kiwi.web.fixture.Api;
import dev.kiwi.web.fixture.HttpTest;
import dev.kiwi.web.fixture.SomeProjections;
import dev.kiwi.web.fixture.Stores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HttpTest
class ReadinessTest {
    @Autowired
    Api api;

    @Autowired
    SomeProjections projections;

    @Test
    void livenessAsksNoStore() {
        api.client()
                .get()
                .uri("/actuator/health/liveness")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP")
                .jsonPath("$.components")
                .doesNotExist();
    }

    @Test
    void readinessHasOneComponentAStoreAndAProjection() {
        // No Mongo in these tests: a missing store makes the node not ready, and says which one.
        api.client()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("DOWN")
                .jsonPath("$.components.mongo.status")
                .isEqualTo("DOWN")
                .jsonPath("$.components.postgres.status")
                .isEqualTo("UP")
                .jsonPath("$.components.redis.status")
                .isEqualTo("UP")
                .jsonPath("$.components.redis.details.degraded")
                .isEqualTo(false)
                .jsonPath("$.components.projections.components.token.status")
                .isEqualTo("UP")
                .jsonPath("$.components.projections.components.token.details.lag")
                .isEqualTo(2)
                .jsonPath("$.components.projections.components.leaderboards.status")
                .isEqualTo("UP");
    }

    @Test
    void aStalledProjectionIsDegraded() {
        projections.states.put("leaderboards", "stalled");
        try {
            api.client()
                    .get()
                    .uri("/actuator/health/readiness")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.components.projections.components.leaderboards.status")
                    .isEqualTo("DEGRADED")
                    .jsonPath("$.components.projections.components.leaderboards.details.alarms[0]")
                    .isEqualTo("Stalled: do something about leaderboards.")
                    .jsonPath("$.components.projections.components.token.details.alarms")
                    .isEmpty()
                    .jsonPath("$.components.projections.components.token.status")
                    .isEqualTo("UP");
        } finally {
            projections.states.put("leaderboards", "running");
        }
    }

    @Test
    void metricsAreForThisMachineAndTheOperator() {
        api.plain().get().uri("/actuator/prometheus").exchange().expectStatus().isOk();
        api.client()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo("not_authenticated");
        api.with(Stores.OPERATOR)
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk();
        api.client().get().uri("/actuator").exchange().expectStatus().isUnauthorized();
    }
}
