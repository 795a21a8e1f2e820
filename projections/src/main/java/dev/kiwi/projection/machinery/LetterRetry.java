package dev.kiwi.projection.machinery;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/**
 * Applies a parked sequence again, in order, until it is empty or a letter fails. Rows, documents and letters change in
 * one transaction. The live processor stands still meanwhile, so no newer event of the sequence can overtake.
 */
final class LetterRetry {
    private final Stores stores;
    private final Processors processors;

    LetterRetry(Stores stores, Processors processors) {
        this.stores = stores;
        this.processors = processors;
    }

    /** True when nothing of the sequence is left. */
    boolean retry(ProjectionDefinition definition, String sequence) {
        Version live = Version.live(definition);
        return Boolean.TRUE.equals(stores.transaction().execute(_ -> {
            Batch batch = processors.join(live);
            batch.beCareful();
            return applyAll(live, sequence);
        }));
    }

    private boolean applyAll(Version live, String sequence) {
        JdbcSequencedDeadLetterQueue<EventMessage<?>> queue = stores.queues().of(live.processor());
        GuardedHandler handler = processors.handler(live);
        for (JdbcDeadLetter<EventMessage<?>> letter : letters(queue, sequence)) {
            Optional<Throwable> failure = apply(handler, letter.message());
            if (failure.isPresent()) {
                queue.requeue(letter, each -> afterAttempt(each, failure.get()));
                return false;
            }
            queue.evict(letter);
        }
        return true;
    }

    private static Optional<Throwable> apply(GuardedHandler handler, EventMessage<?> event) {
        ResultMessage<Object> result =
                DefaultUnitOfWork.startAndGet(event).executeWithResult(() -> handler.handle(event));
        Optional<Throwable> failure = result.optionalExceptionResult();
        if (failure.isPresent() && failure.get() instanceof Batch.BatchBroken broken) {
            throw new IllegalStateException("The letters cannot be tried now: " + broken.getMessage(), broken);
        }
        return failure;
    }

    private static DeadLetter<? extends EventMessage<?>> afterAttempt(
            DeadLetter<? extends EventMessage<?>> letter, Throwable failure) {
        int attempts = Letters.attempts(letter.diagnostics()) + 1;
        return letter.withCause(failure).withDiagnostics(letter.diagnostics().and(Letters.ATTEMPTS, attempts));
    }

    /** All of them before the first is evicted, each once: Axon's iterator comes by some of them twice. */
    @SuppressWarnings("unchecked")
    private static Collection<JdbcDeadLetter<EventMessage<?>>> letters(
            JdbcSequencedDeadLetterQueue<EventMessage<?>> queue, String sequence) {
        Map<String, JdbcDeadLetter<EventMessage<?>>> letters = new LinkedHashMap<>();
        for (DeadLetter<? extends EventMessage<?>> each : queue.deadLetterSequence(sequence)) {
            JdbcDeadLetter<EventMessage<?>> letter = (JdbcDeadLetter<EventMessage<?>>) each;
            letters.putIfAbsent(letter.getIdentifier(), letter);
        }
        return letters.values();
    }
}
