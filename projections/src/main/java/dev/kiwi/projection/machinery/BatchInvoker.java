package dev.kiwi.projection.machinery;

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
 * committed. It takes part in <em>every</em> event: Axon would store the token of events that a projection does not
 * handle only every few seconds, and readers that wait for their position would wait as long.
 */
final class BatchInvoker implements EventHandlerInvoker {
    private final DeadLetteringEventHandlerInvoker letters;
    private final Supplier<Batch> join;
    private final Progress progress;

    BatchInvoker(DeadLetteringEventHandlerInvoker letters, Supplier<Batch> join, Progress progress) {
        this.letters = letters;
        this.join = join;
        this.progress = progress;
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return true;
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
        long position =
                ((TrackedEventMessage<?>) last).trackingToken().position().orElse(-1);
        progress.finishing(segment.getSegmentId(), position);
        CurrentUnitOfWork.get().afterCommit(_ -> progress.committed(segment.getSegmentId(), position));
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public void segmentReleased(Segment segment) {
        letters.segmentReleased(segment);
    }

    /** Told about the last event of each batch. */
    interface Progress {
        /** All events are handled and nothing has committed yet. */
        void finishing(int segment, long position) throws Exception;

        void committed(int segment, long position);
    }
}
