package dev.kiwi.command.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * One thread of this node that sends mail: at once when a message is queued here, and every few seconds for what another
 * node has queued or what is to be tried again. It is not there at all while mail is off.
 */
final class MailWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Supplier<OutboxRound> rounds;
    private final MailSettings settings;
    private final boolean works;
    private final Semaphore wakes = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * @param rounds made with the first one: a start needs none
     * @param works false on a node that only answers
     */
    MailWorker(Supplier<OutboxRound> rounds, MailSettings settings, boolean works) {
        this.rounds = rounds;
        this.settings = settings;
        this.works = works;
    }

    /** There is something to send. */
    void wake() {
        wakes.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        if (works && settings.server() != null) {
            thread = Thread.ofPlatform().daemon().name("mail").start(this::work);
        }
    }

    private void work() {
        while (running) {
            try {
                boolean woken = wakes.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
                wakes.drainPermits();
                LOG.trace("Looking for mail that is due, woken: {}", woken);
                sendAll();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("Mail waits: {}", e.getMessage());
            }
        }
    }

    private void sendAll() {
        OutboxRound round = rounds.get();
        boolean more = true;
        while (more && running) {
            more = round.run(() -> running);
        }
    }

    /** A message that is just being sent may be left behind; the claim on it runs out. */
    @Override
    public synchronized void stop() {
        running = false;
        wake();
        if (thread != null) {
            try {
                thread.join(LONGEST_STOP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
