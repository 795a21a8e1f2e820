package dev.kiwi.web.http;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.internal.ThreadExecutorMap;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Questions that arrive while calls are on their way gather and share the next one; each gets its own answer. */
public final class SharedCalls<Q, A> {
    private final int calls;
    private final int questionsACall;
    private final Function<List<Q>, CompletableFuture<List<A>>> call;
    private final boolean onLoops;
    private final Queue<Asked<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();

    /**
     * @param calls at most on their way at once
     * @param call must not block; completes with the answers in the order of the questions
     */
    public SharedCalls(int calls, int questionsACall, Function<List<Q>, CompletableFuture<List<A>>> call) {
        this(calls, questionsACall, call, false);
    }

    private SharedCalls(
            int calls, int questionsACall, Function<List<Q>, CompletableFuture<List<A>>> call, boolean onLoops) {
        this.calls = calls;
        this.questionsACall = questionsACall;
        this.call = call;
        this.onLoops = onLoops;
    }

    /**
     * As this, and who asked on an event loop is answered there, together with all others of that loop: one wake-up for
     * all of them, and each writes to its connection without another.
     */
    public SharedCalls<Q, A> answeringOnLoops() {
        return new SharedCalls<>(calls, questionsACall, call, true);
    }

    /** @param loop null for a thread that is none, which takes the answer wherever it comes */
    private record Asked<Q, A>(
            Q question, MonoSink<A> answer, @Nullable EventExecutor loop) {}

    /** Fails when the call fails, or the one before it. */
    public Mono<A> ask(Q question) {
        return Mono.create(sink -> {
            waiting.add(new Asked<>(question, sink, onLoops ? ThreadExecutorMap.currentExecutor() : null));
            callWhileThereIsRoom();
        });
    }

    private void callWhileThereIsRoom() {
        while (!waiting.isEmpty() && running.getAndUpdate(n -> Math.min(n + 1, calls)) < calls) {
            List<Asked<Q, A>> together = gathered(questionsACall);
            called(together).whenComplete((answers, failure) -> {
                // What waited behind a call that failed would only wait as long again.
                List<Asked<Q, A>> failed = failure == null ? List.of() : gathered(Integer.MAX_VALUE);
                running.decrementAndGet();
                callWhileThereIsRoom();
                answer(together, answers, failure);
                answer(failed, null, failure);
            });
        }
    }

    private List<Asked<Q, A>> gathered(int most) {
        List<Asked<Q, A>> gathered = new ArrayList<>();
        for (Asked<Q, A> next = waiting.poll(); next != null; next = gathered.size() < most ? waiting.poll() : null) {
            gathered.add(next);
        }
        return gathered;
    }

    private CompletableFuture<List<A>> called(List<Asked<Q, A>> together) {
        if (together.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        try {
            return call.apply(together.stream().map(Asked::question).toList());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static <Q, A> void answer(
            List<Asked<Q, A>> together, @Nullable List<A> answers, @Nullable Throwable failure) {
        Map<EventExecutor, List<Runnable>> elsewhere = new IdentityHashMap<>();
        List<Runnable> here = new ArrayList<>();
        for (int i = 0; i < together.size(); i++) {
            Asked<Q, A> asked = together.get(i);
            A answer = answers == null ? null : answers.get(i);
            Runnable tell = answer == null
                    ? () -> asked.answer().error(Objects.requireNonNull(failure))
                    : () -> asked.answer().success(answer);
            EventExecutor loop = asked.loop();
            (loop == null || loop.inEventLoop() ? here : elsewhere.computeIfAbsent(loop, _ -> new ArrayList<>()))
                    .add(tell);
        }
        elsewhere.forEach((loop, tells) -> loop.execute(() -> tells.forEach(Runnable::run)));
        here.forEach(Runnable::run);
    }
}
