package dev.kiwi.web.stream;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/** A scheduler whose time the test moves; what is due runs on the test's thread. */
final class ManualTimer implements Scheduler {
    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::at));
    private volatile long millis;

    private record Due(long at, long period, Runnable task, Disposable handle) {}

    long millis() {
        return millis;
    }

    void advance(Duration by) {
        long end = millis + by.toMillis();
        for (Due next = take(end); next != null; next = take(end)) {
            millis = Math.max(millis, next.at());
            if (!next.handle().isDisposed()) {
                next.task().run();
                if (next.period() > 0) {
                    add(new Due(next.at() + next.period(), next.period(), next.task(), next.handle()));
                }
            }
        }
        millis = end;
    }

    private synchronized @Nullable Due take(long end) {
        Due next = due.peek();
        return next == null || next.at() > end ? null : due.poll();
    }

    private synchronized Disposable add(Due task) {
        due.add(task);
        return task.handle();
    }

    @Override
    public Disposable schedule(Runnable task) {
        return schedule(task, 0, TimeUnit.MILLISECONDS);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        return add(new Due(millis + unit.toMillis(delay), 0, task, Disposables.single()));
    }

    @Override
    public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
        return add(new Due(millis + unit.toMillis(initialDelay), unit.toMillis(period), task, Disposables.single()));
    }

    @Override
    public Worker createWorker() {
        throw new UnsupportedOperationException("the hub asks for no worker");
    }
}
