package dev.kiwi.projection.machinery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Leads each event of a batch through savepoints and dead letters, and reports the position when the batch has
 * committed.
 *
 * <p>Events that the projection does not handle are passed over, so that they fill no batch. Readers of this node that
 * wait for their position hear of it at once. For those of other nodes the last one that there is takes part, unless
 * many come one by one: Axon would store the token of passed-over events only every second.
 */
final class BatchInvoker implements EventHandlerInvoker {
    private static final int MILESTONE = 128;

    private final DeadLetteringEventHandlerInvoker letters;
    private final AheadDecoder ahead;
    private final BooleanSupplier hasMore;
    private final Supplier<Batch> join;
    private final Progress progress;
    private final boolean eager;
    private final Duration storing;
    private final Map<Integer, SegmentProgress> segments = new ConcurrentHashMap<>();

    /**
     * @param hasMore whether an event follows the one that {@link #canHandle} is asked about
     * @param eager whether the last event always takes part
     * @param storing how often, on average, positions of passed-over events may be stored
     */
    BatchInvoker(
            DeadLetteringEventHandlerInvoker letters,
            AheadDecoder ahead,
            BooleanSupplier hasMore,
            Supplier<Batch> join,
            Progress progress,
            boolean eager,
            Duration storing) {
        this.letters = letters;
        this.ahead = ahead;
        this.hasMore = hasMore;
        this.join = join;
        this.progress = progress;
        this.eager = eager;
        this.storing = storing;
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        boolean relevant = isRelevant(event, segment);
        if (relevant) {
            ahead.decode(event);
        }
        SegmentProgress reached = reached(segment);
        if (relevant || isWorthStoring(event, reached)) {
            reached.hands(position(event));
            return true;
        }
        long applied = reached.passes(position(event));
        if (applied >= 0) {
            progress.passed(segment.getSegmentId(), applied);
        }
        return false;
    }

    private boolean isWorthStoring(EventMessage<?> event, SegmentProgress reached) {
        return (isMilestone(event) || !hasMore.getAsBoolean()) && (eager || reached.mayStore());
    }

    private SegmentProgress reached(Segment segment) {
        return segments.computeIfAbsent(segment.getSegmentId(), _ -> new SegmentProgress(System::nanoTime, storing));
    }

    /** Now and then one takes part anyway, so that the position moves while the store is never read to its end. */
    private static boolean isMilestone(EventMessage<?> event) {
        return position(event) % MILESTONE == 0;
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        try {
            if (isRelevant(event, segment)) {
                join.get().run(() -> letters.handle(event, segment));
            }
            if (CurrentUnitOfWork.get() instanceof BatchingUnitOfWork<?> batch && batch.isLastMessage()) {
                finish(event, segment);
            }
        } catch (Error e) {
            // Axon's work package survives exceptions only; an error would leave it claimed and silent.
            throw new IllegalStateException("The batch is repeated: " + e.getMessage(), e);
        }
    }

    /** An event whose metadata cannot be read is relevant: its failure belongs in a letter. */
    private boolean isRelevant(EventMessage<?> event, Segment segment) {
        try {
            return letters.canHandle(event, segment);
        } catch (RuntimeException _) {
            return true;
        }
    }

    private void finish(EventMessage<?> last, Segment segment) throws Exception {
        long position = position(last);
        progress.finishing(segment.getSegmentId(), position);
        CurrentUnitOfWork.get()
                .afterCommit(_ -> progress.committed(
                        segment.getSegmentId(), reached(segment).commits(position)));
    }

    private static long position(EventMessage<?> event) {
        return ((TrackedEventMessage<?>) event).trackingToken().position().orElse(-1);
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public void segmentReleased(Segment segment) {
        segments.remove(segment.getSegmentId());
        letters.segmentReleased(segment);
    }

    /** Told about the last event of each batch. */
    interface Progress {
        /** All events are handled and nothing has committed yet. */
        void finishing(int segment, long position) throws Exception;

        void committed(int segment, long position);

        /** Events up to the position need nothing of the projection. */
        void passed(int segment, long position);
    }
}
