package dev.kiwi.command.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/** The repositories of all aggregates; a command component that loads or makes one asks here for its repository. */
public final class Aggregates implements RepositoryProvider {
    private final List<AggregateDefinition<?>> definitions;
    private final EventStore events;
    private final Cache cache;
    private final ParameterResolverFactory parameters;
    private final AggregateSnapshotter snapshotter;
    private final Map<Class<?>, Repository<?>> repositories = new HashMap<>();

    Aggregates(
            List<AggregateDefinition<?>> definitions,
            EventStore events,
            Cache cache,
            ParameterResolverFactory parameters,
            SnapshotThread snapshotThread) {
        this.definitions = List.copyOf(definitions);
        this.events = events;
        this.cache = cache;
        this.parameters = parameters;
        this.snapshotter = AggregateSnapshotter.builder()
                .eventStore(events)
                .executor(snapshotThread)
                .parameterResolverFactory(parameters)
                .repositoryProvider(this)
                .aggregateFactories(this.definitions.stream()
                        .<AggregateFactory<?>>map(definition -> factory(definition, parameters))
                        .toList())
                .build();
        this.definitions.forEach(definition -> repositories.put(definition.type(), repository(definition)));
    }

    // Given a class instead of a model, Axon looks at its handlers without our parameters and refuses those with beans.
    private static <T> AggregateFactory<T> factory(
            AggregateDefinition<T> definition, ParameterResolverFactory parameters) {
        return new GenericAggregateFactory<>(
                AnnotatedAggregateMetaModelFactory.inspectAggregate(definition.type(), parameters));
    }

    private <T> Repository<T> repository(AggregateDefinition<T> definition) {
        return EventSourcingRepository.builder(definition.type())
                .eventStore(events)
                .cache(cache)
                .parameterResolverFactory(parameters)
                .repositoryProvider(this)
                .snapshotTriggerDefinition(trigger(definition))
                .build();
    }

    private SnapshotTriggerDefinition trigger(AggregateDefinition<?> definition) {
        return definition.snapshotEvery() > 0
                ? new EventCountSnapshotTriggerDefinition(snapshotter, definition.snapshotEvery())
                : NoSnapshotTriggerDefinition.INSTANCE;
    }

    /** Subscribes the command handlers that stand on the aggregates themselves. */
    void subscribe(CommandBus bus) {
        definitions.forEach(definition -> subscribe(definition, bus));
    }

    private <T> void subscribe(AggregateDefinition<T> definition, CommandBus bus) {
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(definition.type())
                .repository(repositoryFor(definition.type()))
                .parameterResolverFactory(parameters)
                .commandTargetResolver(new AnnotatedTarget())
                .build()
                .subscribe(bus);
    }

    /** @throws IllegalArgumentException when no {@link AggregateDefinition} bean declares the type */
    @Override
    @SuppressWarnings("unchecked") // put under its own type
    public <T> Repository<T> repositoryFor(Class<T> type) {
        Repository<T> repository = (Repository<T>) repositories.get(type);
        if (repository == null) {
            throw new IllegalArgumentException(type.getName() + " has no AggregateDefinition bean");
        }
        return repository;
    }
}
