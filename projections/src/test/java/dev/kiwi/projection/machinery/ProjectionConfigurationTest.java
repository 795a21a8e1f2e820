package dev.kiwi.projection.machinery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

/** The beans as an application wires them. */
class ProjectionConfigurationTest {
    @Test
    void whenTheContextStartsThenEveryDefinitionIsProjected() {
        try (Machinery machinery = new Machinery();
                AnnotationConfigApplicationContext context = context(machinery, true)) {
            long position = machinery.deposit("a", 1);
            AppliedPositions positions = context.getBean(AppliedPositions.class);

            assertThat(positions
                            .await(List.of("ledger", "second"), position, Duration.ofSeconds(10))
                            .join())
                    .isTrue();
            assertThat(context.getBean(ProjectionAdmin.class).list())
                    .extracting(ProjectionAdmin.Status::state)
                    .containsExactly("running", "running");
        }
    }

    @Test
    void givenANodeThatOnlyAnswersThenNothingIsProjectedAndTheStateIsStillTold() {
        try (Machinery machinery = new Machinery();
                AnnotationConfigApplicationContext context = context(machinery, false)) {
            machinery.deposit("a", 1);

            assertThat(context.getBean(ProjectionAdmin.class).get("ledger").lag())
                    .isEqualTo(machinery.head() + 1);
            assertThat(machinery.count("pm.token_entry")).isZero();
        }
    }

    private static AnnotationConfigApplicationContext context(Machinery machinery, boolean runs) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("kiwi.projections.enabled", runs)));
        context.registerBean(
                DataSource.class, () -> machinery.dataSource, definition -> definition.setDestroyMethodName(null));
        context.registerBean(PlatformTransactionManager.class, () -> machinery.transactionManager);
        context.registerBean(MongoDatabase.class, () -> machinery.mongo);
        context.registerBean(EventStore.class, () -> machinery.store);
        context.registerBean("eventSerializer", Serializer.class, () -> machinery.serializer);
        context.registerBean(MeterRegistry.class, () -> machinery.meters);
        context.registerBean(Clock.class, () -> machinery.clock);
        context.registerBean("ledger", ProjectionDefinition.class, () -> Ledger.definition("ledger", 2, 100));
        context.registerBean("second", ProjectionDefinition.class, () -> Ledger.definition("second", 1, 100));
        context.register(ProjectionConfiguration.class);
        context.refresh();
        return context;
    }
}
