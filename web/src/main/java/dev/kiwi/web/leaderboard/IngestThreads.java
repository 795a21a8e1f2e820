package dev.kiwi.web.leaderboard;

import dev.kiwi.web.http.RequestId;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Virtual threads for what blocks: writing uploads, waiting for a turn. */
@Component
class IngestThreads implements AutoCloseable {
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("ingest-", 0).factory());
    private final Scheduler scheduler = Schedulers.fromExecutorService(threads, "ingest");

    /** Runs a call with the request's id on its log lines; empty when it returns null. */
    <T> Mono<T> call(Callable<? extends @Nullable T> work) {
        return Mono.deferContextual(context -> Mono.<T>fromCallable(() -> {
                    try (var requestId = RequestId.onLog(context)) {
                        return work.call();
                    }
                })
                .subscribeOn(scheduler));
    }

    Scheduler scheduler() {
        return scheduler;
    }

    @Override
    public void close() {
        scheduler.dispose();
        threads.shutdown();
    }
}
