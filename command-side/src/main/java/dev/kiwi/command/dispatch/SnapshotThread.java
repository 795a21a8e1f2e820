package dev.kiwi.command.dispatch;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Takes snapshots behind the commands; when it falls behind it drops some, as a later event asks for them again. */
final class SnapshotThread implements Executor, AutoCloseable {
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1024),
            Thread.ofPlatform().name("snapshots").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    @Override
    public void execute(Runnable snapshot) {
        thread.execute(snapshot);
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
