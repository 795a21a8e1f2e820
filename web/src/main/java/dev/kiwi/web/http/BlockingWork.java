package dev.kiwi.web.http;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Runs blocking calls (JDBC, files, the sync Mongo driver) on virtual threads, away from the event loop, with the request's id on their log lines. */
public final class BlockingWork implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Scheduler scheduler = Schedulers.fromExecutorService(threads, "blocking");

    /** Empty when the call returns null. */
    public <T> Mono<T> call(Callable<? extends @Nullable T> work) {
        return Mono.deferContextual(context -> Mono.<T>fromCallable(() -> {
                    try (var requestId = RequestId.onLog(context)) {
                        return work.call();
                    }
                })
                .subscribeOn(scheduler));
    }

    public Mono<Void> run(Runnable work) {
        return call(() -> {
            work.run();
            return null;
        });
    }

    @Override
    public void close() {
        scheduler.dispose();
        threads.shutdown();
    }
}
