package dev.kiwi.projection.machinery;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;

/** Builds processors, each with the error handling that no projection may go without. */
final class Processors {
    /** How often a processor with nothing to do renews its claims and looks for those that a dead node has left. */
    static final long IDLE_MILLIS = 2_000;
    /** Claims of this age are renewed. No other delay of Axon's is as long, see {@link PromptScheduler}. */
    static final long CLAIM_EXTENSION_MILLIS = 1_100;

    private final Stores stores;
    private final TokenPositions positions;
    private final ReadModelChanges changes;
    private final Duration stopWithin;
    private final Clock clock;

    Processors(Stores stores, TokenPositions positions, ReadModelChanges changes, Duration stopWithin, Clock clock) {
        this.stores = stores;
        this.changes = changes;
        this.positions = positions;
        this.stopWithin = stopWithin;
        this.clock = clock;
    }

    VersionProcessor create(Version version) {
        return create(version, stores.source(), false);
    }

    /** @param source may end before the store does; the position of its last event is stored at once */
    VersionProcessor create(Version version, StreamableMessageSource<TrackedEventMessage<?>> source) {
        return create(version, source, true);
    }

    private VersionProcessor create(
            Version version, StreamableMessageSource<TrackedEventMessage<?>> source, boolean eager) {
        LastFailure lastFailure = new LastFailure(clock);
        GuardedHandler handler = handler(version);
        ScheduledExecutorService coordinator = new PromptScheduler(version.processor());
        OpenedSource opened = new OpenedSource(source, callback -> paced(version, callback, coordinator));
        ScheduledExecutorService workers = Executors.newScheduledThreadPool(
                version.definition().segments(),
                Thread.ofPlatform()
                        .daemon()
                        .name("projector-" + version.processor() + "-", 0)
                        .factory());
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name(version.processor())
                .eventHandlerInvoker(new BatchInvoker(
                        invoker(version, handler),
                        AheadDecoder.of(handler, version),
                        opened::hasMore,
                        () -> join(version),
                        new VersionProgress(version, lastFailure),
                        eager,
                        storing(version.definition())))
                .errorHandler(lastFailure)
                .messageSource(opened)
                .initialToken(events ->
                        version.definition().isProcess() ? events.createHeadToken() : events.createTailToken())
                .tokenStore(stores.tokenStore())
                .transactionManager(stores.transactions())
                .initialSegmentCount(version.definition().segments())
                .batchSize(version.definition().batchSize())
                .tokenClaimInterval(IDLE_MILLIS)
                .claimExtensionThreshold(CLAIM_EXTENSION_MILLIS)
                .enableCoordinatorClaimExtension()
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .build();
        return new VersionProcessor(version, processor, coordinator, workers, lastFailure, stopWithin);
    }

    private Runnable paced(Version version, Runnable callback, ScheduledExecutorService coordinator) {
        String name = version.processor();
        Runnable wake = new PacedWake(
                pace(version.definition()), callback, () -> positions.isAwaited(name), coordinator, System::nanoTime);
        positions.whenAwaited(name, wake);
        return wake;
    }

    /** What a process manager sends is under way for longer than that anyway. */
    private static Duration pace(ProjectionDefinition definition) {
        return definition.isProcess() ? Duration.ofMillis(250) : Duration.ofMillis(50);
    }

    /** A position in Mongo is a commit of its own, and no reader waits for that of a process manager. */
    private static Duration storing(ProjectionDefinition definition) {
        boolean often = definition.storage() == ProjectionDefinition.Storage.POSTGRES && !definition.isProcess();
        return often ? Duration.ofMillis(50) : Duration.ofSeconds(1);
    }

    /** A fresh projector: it knows nothing but what its tables say. */
    GuardedHandler handler(Version version) {
        Object projector = version.definition().projector().apply(new VersionReadModel(version, stores.dataSource()));
        return new GuardedHandler(projector);
    }

    /** A rebuilt version has taken the live one's place. */
    void swapped(ProjectionDefinition definition) {
        changes.changed(definition.name());
    }

    Batch join(Version version) {
        return Batch.join(version, stores.dataSource(), stores.mongo(), changes::changed);
    }

    /**
     * One aggregate's events stay in order, in processing and behind a letter. With one segment all events are handled
     * in the order of the store, and still only the failing aggregate is parked.
     */
    private DeadLetteringEventHandlerInvoker invoker(Version version, GuardedHandler handler) {
        DeadLetteringEventHandlerInvoker.Builder builder = DeadLetteringEventHandlerInvoker.builder();
        builder.eventHandlers(handler)
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .sequencingPolicy(SequentialPerAggregatePolicy.instance());
        return builder.queue(stores.queues().of(version.processor()))
                .transactionManager(stores.transactions())
                .enqueuePolicy(parkAlways())
                .enableSequenceIdentifierCache()
                .build();
    }

    private static EnqueuePolicy<EventMessage<?>> parkAlways() {
        return (_, cause) ->
                Decisions.enqueue(ThrowableCause.truncated(cause), _ -> MetaData.with(Letters.ATTEMPTS, 1));
    }

    private final class VersionProgress implements BatchInvoker.Progress {
        private final Version version;
        private final LastFailure lastFailure;

        private VersionProgress(Version version, LastFailure lastFailure) {
            this.version = version;
            this.lastFailure = lastFailure;
        }

        @Override
        public void finishing(int segment, long position) throws Exception {
            boolean isMongo = version.definition().storage() == ProjectionDefinition.Storage.MONGO;
            Batch batch = isMongo ? join(version) : Batch.bound();
            if (batch != null) {
                batch.finish();
            }
            if (batch != null && isMongo) {
                batch.beforeCommit(() -> stores.mongo().checkpoint(version, segment, position));
            }
        }

        @Override
        public void committed(int segment, long position) {
            lastFailure.clear();
            positions.report(version.processor(), segment, position);
        }

        @Override
        public void passed(int segment, long position) {
            positions.report(version.processor(), segment, position);
        }
    }
}
