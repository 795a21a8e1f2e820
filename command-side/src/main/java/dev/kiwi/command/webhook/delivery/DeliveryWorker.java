package dev.kiwi.command.webhook.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Attempts what is due, on sixteen virtual threads at most. Nothing of it is there while nothing waits: it is woken when
 * something is queued on this node, and each minute on the leading one, and goes when the outbox is empty.
 */
final class DeliveryWorker implements SmartLifecycle {
    static final int MOST_AT_ONCE = 16;
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    /** Also what another node has queued for a time before the one that is waited for. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** A due endpoint whose row somebody holds just now: not asked again at once. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(50);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);

    private final Supplier<Deliveries> deliveries;
    private final Clock clock;
    private final Threads threads;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final Semaphore wakes = new Semaphore(0);
    private boolean awake;
    private volatile boolean running;
    /** Of the one thread that looks for work. */
    private boolean inTrouble;

    /** @param deliveries made with the first wake: a start needs none */
    DeliveryWorker(Supplier<Deliveries> deliveries, Clock clock) {
        this(deliveries, clock, (name, work) -> Thread.ofVirtual().name(name).start(work));
    }

    DeliveryWorker(Supplier<Deliveries> deliveries, Clock clock, Threads threads) {
        this.deliveries = deliveries;
        this.clock = clock;
        this.threads = threads;
    }

    /** Starts threads. */
    interface Threads {
        void start(String name, Runnable work);
    }

    /** There may be something to send. */
    synchronized void wake() {
        wakes.release();
        if (running && !awake) {
            awake = true;
            threads.start("webhooks", this::work);
        }
    }

    private void work() {
        boolean more = true;
        while (more) {
            try {
                wakes.drainPermits();
                sendAllDue();
                overTrouble();
                more = rest();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                more = sleep();
            } catch (RuntimeException | Error e) {
                // An error too: a thread that dies here would be taken for one that is awake.
                tell(e);
                more = pause();
            }
        }
    }

    /** An outage is told once: what fails each ten seconds says nothing new. */
    private void tell(Throwable trouble) {
        if (inTrouble) {
            LOG.debug("Webhooks still wait", trouble);
        } else {
            LOG.warn("Webhooks wait", trouble);
            inTrouble = true;
        }
    }

    private void overTrouble() {
        if (inTrouble && running) {
            inTrouble = false;
            LOG.info("Webhooks are sent again");
        }
    }

    private void sendAllDue() throws InterruptedException {
        Deliveries sender = deliveries.get();
        while (running) {
            free.acquire();
            Optional<Outgoing> next;
            try {
                next = sender.claim();
            } catch (RuntimeException | Error e) {
                free.release();
                throw e;
            }
            if (next.isEmpty()) {
                free.release();
                return;
            }
            start(sender, next.get());
        }
    }

    private void start(Deliveries sender, Outgoing outgoing) {
        boolean started = false;
        try {
            threads.start("webhook-" + outgoing.id(), () -> attempt(sender, outgoing));
            started = true;
        } finally {
            if (!started) {
                free.release();
            }
        }
    }

    private void attempt(Deliveries sender, Outgoing outgoing) {
        try {
            sender.attempt(outgoing);
        } catch (RuntimeException e) {
            // The lease runs out, and it is tried again.
            LOG.warn("Delivery {} was not settled", outgoing.id(), e);
        } finally {
            free.release();
            wakes.release();
        }
    }

    /** Waits for something to do. False when there is nothing to wait for, and the thread goes. */
    private boolean rest() throws InterruptedException {
        Optional<Instant> due = deliveries.get().nextDue();
        if (due.isEmpty() && free.availablePermits() == MOST_AT_ONCE) {
            return stayOrGo();
        }
        Duration wait = due.map(at -> Duration.between(clock.instant(), at))
                .filter(pause -> pause.compareTo(LONGEST_WAIT) < 0)
                .orElse(LONGEST_WAIT);
        boolean woken = wakes.tryAcquire(Math.max(SHORTEST_WAIT.toMillis(), wait.toMillis()), TimeUnit.MILLISECONDS);
        LOG.trace("Looking for deliveries that are due, woken: {}", woken);
        return running || sleep();
    }

    private boolean pause() {
        try {
            boolean woken = wakes.tryAcquire(AFTER_TROUBLE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.trace("Trying again after trouble, woken: {}", woken);
            return running || sleep();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return sleep();
        }
    }

    /** A wake that has come meanwhile is not lost. */
    private synchronized boolean stayOrGo() {
        if (running && wakes.availablePermits() > 0) {
            return true;
        }
        return sleep();
    }

    private synchronized boolean sleep() {
        awake = false;
        return false;
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    /** An attempt that is on its way may be left behind; its lease runs out. */
    @Override
    public synchronized void stop() {
        running = false;
        wakes.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
