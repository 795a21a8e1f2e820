package dev.kiwi.command.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Argon2id with the parameters of platform.md 3.3: 64 MiB, 3 passes, 4 lanes, 16 bytes of salt, 32 of tag. Two hashes
 * at a time, because each takes 64 MiB and a tenth of a second or more of a core; a full queue is refused with 503.
 */
public final class PasswordHasher implements AutoCloseable {
    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;
    private static final int LANES = 4;
    private static final int MEMORY_KIB = 65_536;
    private static final int PASSES = 3;
    private static final int AT_ONCE = 2;
    private static final int WAITING = 64;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, TAG_BYTES, LANES, MEMORY_KIB, PASSES);
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("argon2-", 0).daemon().factory());
    private final String dummy = unusable();
    private final AtomicLong hashes = new AtomicLong();

    /** The {@code $argon2id$...} text of a password, with a salt of its own. */
    public CompletableFuture<String> hash(String password) {
        return queued(() -> hashed(password));
    }

    /**
     * Whether the password is the one that was hashed. A missing or unparsable hash is a failed verification and takes
     * as long as a real one, so that timing does not tell accounts.
     */
    public CompletableFuture<Boolean> verify(String password, @Nullable String hash) {
        if (hash == null) {
            return queued(() -> argon2.matches(password, dummy)).thenApply(ignored -> false);
        }
        return queued(() -> matches(password, hash));
    }

    /** How many hashes were computed or compared since the start; exact for who has waited for the own ones. */
    long hashes() {
        return hashes.get();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    /**
     * A hash that no password leads to, each time another one: its tag is random and not computed. Comparing with it
     * takes as long as with any other.
     */
    public static String unusable() {
        SecureRandom random = new SecureRandom();
        byte[] salt = new byte[SALT_BYTES];
        byte[] tag = new byte[TAG_BYTES];
        random.nextBytes(salt);
        random.nextBytes(tag);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(tag));
    }

    private boolean matches(String password, String hash) {
        try {
            return argon2.matches(password, hash);
        } catch (RuntimeException unparsable) {
            // The decoder indexes into whatever it is given; what it cannot read matches nothing.
            return false;
        }
    }

    private String hashed(String password) {
        String encoded = argon2.encode(password);
        if (encoded == null) {
            throw new IllegalStateException("a password was hashed to nothing");
        }
        return encoded;
    }

    private <T> CompletableFuture<T> queued(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(
                    () -> {
                        hashes.incrementAndGet();
                        return work.get();
                    },
                    pool);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(
                    new Refusal(ErrorCode.SERVICE_UNAVAILABLE, "Too many logins at once; try again in a moment."));
        }
    }
}
