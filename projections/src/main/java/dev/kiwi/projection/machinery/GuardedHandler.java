package dev.kiwi.projection.machinery;

import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.jspecify.annotations.Nullable;

/** A projector behind the batch's savepoints: what it throws has left no row when it reaches the dead-letter queue. */
final class GuardedHandler implements EventMessageHandler, Foreseeing {
    private final EventMessageHandler projector;
    private final Foreseeing foreseeing;

    GuardedHandler(Object projector) {
        this.projector = new AnnotationEventHandlerAdapter(projector);
        this.foreseeing = projector instanceof Foreseeing itself ? itself : _ -> {};
    }

    @Override
    public void foresee(Object event) {
        foreseeing.foresee(event);
    }

    @Override
    public @Nullable Object handle(EventMessage<?> event) throws Exception {
        Batch batch = Batch.current();
        return batch.isCareful() ? handleCarefully(event, batch) : handleHopefully(event);
    }

    private @Nullable Object handleHopefully(EventMessage<?> event) {
        try {
            return projector.handle(event);
        } catch (Throwable failure) {
            throw PassingFault.isCauseOf(failure) ? new Batch.BatchBroken(failure) : new Batch.FirstFailure(failure);
        }
    }

    private @Nullable Object handleCarefully(EventMessage<?> event, Batch batch) throws Exception {
        Batch.Mark mark = batch.mark();
        try {
            Object result = projector.handle(event);
            batch.send();
            batch.release(mark);
            return result;
        } catch (Throwable failure) {
            if (PassingFault.isCauseOf(failure)) {
                throw new Batch.BatchBroken(failure);
            }
            batch.backTo(mark);
            throw failure instanceof Exception exception ? exception : new IllegalStateException(failure);
        }
    }

    @Override
    public boolean canHandle(EventMessage<?> event) {
        return projector.canHandle(event);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return projector.canHandleType(payloadType);
    }

    @Override
    public boolean supportsReset() {
        // A read model is rebuilt beside the live one, never in place.
        return false;
    }

    @Override
    public Class<?> getTargetType() {
        return projector.getTargetType();
    }
}
