package dev.kiwi.command.dispatch;

import dev.kiwi.command.crypto.SubjectKeys;
import dev.kiwi.command.eventstore.EventRegistry;
import dev.kiwi.command.eventstore.EventStoreConfiguration;
import dev.kiwi.command.eventstore.EventStoreGuard;
import dev.kiwi.command.eventstore.EventStoreProperties;
import dev.kiwi.command.eventstore.EventTypes;
import dev.kiwi.command.eventstore.GroupCommitEngine;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Axon assembled by hand, without its Boot starter: every {@link AggregateDefinition} and every
 * {@link CommandComponent} bean, one command bus, one dispatcher. The start fails when the store is not durable.
 */
@Configuration(proxyBeanMethods = false)
@Import(EventStoreConfiguration.class)
public class AxonCommandConfiguration {
    private static final String EVENT_PACKAGE = "dev.kiwi.api";
    private static final int CACHED_AGGREGATES = 10_000;

    @Bean
    EventRegistry eventRegistry(ObjectProvider<AggregateDefinition<?>> aggregates) {
        List<Class<?>> types = new ArrayList<>();
        aggregates.stream().forEach(definition -> types.add(definition.type()));
        return new EventRegistry(EventTypes.below(EVENT_PACKAGE), types);
    }

    @Bean
    SimpleCommandBus commandBus() {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                // No transaction is open while a command is handled; the append has its own.
                .transactionManager(NoTransactionManager.instance())
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(ContextMetadata.toEvents()));
        return bus;
    }

    @Bean
    SnapshotThread snapshotThread() {
        return new SnapshotThread();
    }

    @Bean
    ParameterResolverFactory commandParameters(ListableBeanFactory beans) {
        return MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(getClass()), new BeanParameters(beans));
    }

    @Bean
    Aggregates aggregates(
            ObjectProvider<AggregateDefinition<?>> definitions,
            EventStore store,
            GroupCommitEngine engine,
            ParameterResolverFactory commandParameters,
            SnapshotThread snapshotThread,
            SubjectKeys keys) {
        AggregateCache cache = new AggregateCache(CACHED_AGGREGATES, engine::lastSequenceNumberFor);
        // Which of them hold something of the erased person is not known; all are rebuilt from their events.
        keys.onForgotten(subject -> cache.removeAll());
        return new Aggregates(definitions.stream().toList(), store, cache, commandParameters, snapshotThread);
    }

    @Bean(destroyMethod = "close")
    AxonCommandDispatcher commandDispatcher(
            CommandBus bus, EventStore store, EventStoreProperties properties, MeterRegistry meters) {
        return new AxonCommandDispatcher(bus, properties.concurrentCommands(), properties.queuedCommands(), meters);
    }

    /** Runs when all beans are there and before the first request. */
    @Bean
    SmartInitializingSingleton commandSubscriptions(
            ListableBeanFactory beans,
            Aggregates aggregates,
            CommandBus bus,
            ParameterResolverFactory commandParameters) {
        return () -> {
            EventStoreGuard.check(
                    beans.getBeansOfType(EventStore.class).values(),
                    beans.getBeansOfType(EventStorageEngine.class).values());
            aggregates.subscribe(bus);
            subscribeComponents(beans, bus, commandParameters);
        };
    }

    private static void subscribeComponents(
            ListableBeanFactory beans, CommandBus bus, ParameterResolverFactory parameters) {
        for (String name : beans.getBeanDefinitionNames()) {
            // Spring's own search for annotated beans looks at all supertypes and methods of every bean.
            Class<?> type = beans.getType(name, false);
            if (type != null && type.isAnnotationPresent(CommandComponent.class)) {
                new AnnotationCommandHandlerAdapter<>(beans.getBean(name), parameters).subscribe(bus);
            }
        }
    }
}
