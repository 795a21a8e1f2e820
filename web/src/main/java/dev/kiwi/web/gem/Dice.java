package dev.kiwi.web.gem;

import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The random numbers of one request.
 *
 * @param seed brings the same numbers again; 0 to {@link #LARGEST_SEED}
 */
record Dice(long seed, RandomGenerator random) {
    /** What JSON numbers hold exactly everywhere. */
    static final long LARGEST_SEED = (1L << 53) - 1;

    static final String SEED =
            "The same seed and body give the same answer, but for an `id` that was left out; left out: a new one";

    /** @param seed null for a new one */
    static Dice of(@Nullable Long seed) {
        long used = seed == null ? ThreadLocalRandom.current().nextLong(LARGEST_SEED + 1) : seed;
        return new Dice(used, new SplittableRandom(used));
    }
}
