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
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/** The repositories of all aggregates; a command component that loads or makes one asks here for its repository. */
public final class Aggregates implements RepositoryProvider {
    private final List<Inspected<?>> types;
    private final EventStore events;
    private final Cache cache;
    private final ParameterResolverFactory parameters;
    private final AggregateSnapshotter snapshotter;
    private final Map<Class<?>, Repository<?>> repositories = new HashMap<>();

    /** Axon would look at an aggregate's handlers anew for each of its repository, factory and command handler. */
    private record Inspected<T>(AggregateDefinition<T> definition, AggregateModel<T> model) {
        static <T> Inspected<T> of(AggregateDefinition<T> definition, ParameterResolverFactory parameters) {
            return new Inspected<>(
                    definition, AnnotatedAggregateMetaModelFactory.inspectAggregate(definition.type(), parameters));
        }

        AggregateFactory<T> factory() {
            return new GenericAggregateFactory<>(model);
        }
    }

    Aggregates(
            List<AggregateDefinition<?>> definitions,
            EventStore events,
            Cache cache,
            ParameterResolverFactory parameters,
            SnapshotThread snapshotThread) {
        this.types = definitions.stream()
                .<Inspected<?>>map(definition -> Inspected.of(definition, parameters))
                .toList();
        this.events = events;
        this.cache = cache;
        this.parameters = parameters;
        this.snapshotter = AggregateSnapshotter.builder()
                .eventStore(events)
                .executor(snapshotThread)
                .parameterResolverFactory(parameters)
                .repositoryProvider(this)
                .aggregateFactories(types.stream()
                        .<AggregateFactory<?>>map(Inspected::factory)
                        .toList())
                .build();
        this.types.forEach(type -> repositories.put(type.definition().type(), repository(type)));
    }

    private <T> Repository<T> repository(Inspected<T> type) {
        return EventSourcingRepository.builder(type.definition().type())
                .aggregateModel(type.model())
                .eventStore(events)
                .cache(cache)
                .parameterResolverFactory(parameters)
                .repositoryProvider(this)
                .snapshotTriggerDefinition(trigger(type.definition()))
                .build();
    }

    private SnapshotTriggerDefinition trigger(AggregateDefinition<?> definition) {
        return definition.snapshotEvery() > 0
                ? new EventCountSnapshotTriggerDefinition(snapshotter, definition.snapshotEvery())
                : NoSnapshotTriggerDefinition.INSTANCE;
    }

    /** Subscribes the command handlers that stand on the aggregates themselves. */
    void subscribe(CommandBus bus) {
        types.forEach(type -> subscribe(type, bus));
    }

    private <T> void subscribe(Inspected<T> type, CommandBus bus) {
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(type.definition().type())
                .aggregateModel(type.model())
                .repository(repositoryFor(type.definition().type()))
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
