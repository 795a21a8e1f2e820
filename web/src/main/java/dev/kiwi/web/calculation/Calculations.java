package dev.kiwi.web.calculation;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.query.gamedata.GameFile;
import dev.kiwi.web.http.BlockingWork;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Runs pure calculations: short ones where they are asked for, long ones elsewhere and few at a time. */
public final class Calculations {
    private final BlockingWork blocking;
    private final Semaphore turns;
    private final Semaphore places;

    /**
     * @param atOnce long ones
     * @param waiting how many of those may wait for their turn
     */
    Calculations(BlockingWork blocking, int atOnce, int waiting) {
        this.blocking = blocking;
        this.turns = new Semaphore(atOnce);
        this.places = new Semaphore(atOnce + waiting);
    }

    /**
     * Work of some microseconds: at once, on the caller's thread, unless a file has to be read before.
     *
     * @param needed what the work reads
     */
    public <T> Mono<T> quick(GameFile<?> needed, Supplier<T> work) {
        return quick(needed, needed, work);
    }

    /** As {@link #quick(GameFile, Supplier)}, for work that reads two files. */
    public <T> Mono<T> quick(GameFile<?> needed, GameFile<?> another, Supplier<T> work) {
        return needed.isLoaded() && another.isLoaded() ? Mono.fromSupplier(work) : blocking.call(work::get);
    }

    /** Work of milliseconds, or that may read files. Fails with 503 when too many wait already. */
    public <T> Mono<T> heavy(Supplier<T> work) {
        // Its place is free before the answer is there, so that who has got one may ask for the next.
        return Mono.using(this::place, _ -> blocking.<T>call(() -> inTurn(work)), Semaphore::release);
    }

    private Semaphore place() {
        if (!places.tryAcquire()) {
            throw new Refusal(
                    ErrorCode.SERVICE_UNAVAILABLE,
                    "Too many calculations at once; try again in a second.",
                    Map.of("retry_after", 1));
        }
        return places;
    }

    private <T> T inTurn(Supplier<T> work) throws InterruptedException {
        turns.acquire();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
