package dev.kiwi.web.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.kiwi.web.credential.SigningKeyTable.Stored;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key pairs that sign and verify session tokens (ES256), the same on all nodes. The newest signs; older ones verify
 * until the last token that they signed has expired. Under another {@code SECRET_KEY} a new pair is made, which voids
 * all session tokens. Everything here may block.
 */
final class SigningKeys {
    // A node that missed the news of a rotation learns of it after this time.
    private static final Duration TRUSTED = Duration.ofMinutes(1);
    // Anybody can name a key that is not there.
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final SigningKeyTable table;
    private final TransactionTemplate transaction;
    private final SecureRandom random;
    private final Clock clock;
    private final Duration tokenLifetime;
    private final ReentrantLock loading = new ReentrantLock();
    private final AtomicInteger forgotten = new AtomicInteger();
    private volatile @Nullable Loaded loaded;

    /** @param tokenLifetime of the tokens that are signed */
    SigningKeys(
            SigningKeyTable table,
            TransactionTemplate transaction,
            SecureRandom random,
            Clock clock,
            Duration tokenLifetime) {
        this.table = table;
        this.transaction = transaction;
        this.random = random;
        this.clock = clock;
        this.tokenLifetime = tokenLifetime;
    }

    /** @param keys newest first; at least one */
    private record Loaded(List<Stored> keys, Instant at) {}

    /** The pair that signs; its {@code kid} is the thumbprint of its public half. */
    ECKey current() {
        return signing(keys(TRUSTED)).orElseThrow().pair();
    }

    /** The key of that name; empty when there is none, or none any more. */
    Optional<ECKey> find(@Nullable String kid) {
        Optional<ECKey> known = verifying(keys(TRUSTED), kid);
        return known.isPresent() ? known : verifying(keys(BETWEEN_LOOKS), kid);
    }

    /** Those that verify, newest first. */
    List<Stored> verifying() {
        Instant now = clock.instant();
        return keys(TRUSTED).stream().filter(key -> key.verifiesAt(now)).toList();
    }

    /**
     * Has a new pair sign from now on.
     *
     * @param voidOld whether the tokens of older pairs are refused at once, as after a theft; else nobody notices
     */
    void rotate(boolean voidOld) {
        transaction.executeWithoutResult(status -> {
            table.lock();
            Instant now = clock.instant();
            // A node that has not heard of it yet goes on signing for a moment.
            Instant end = voidOld ? now : now.plus(tokenLifetime).plus(TRUSTED).plus(TRUSTED);
            table.all().forEach(key -> table.end(key.pair().getKeyID(), end));
            table.deleteEndedBefore(now.minus(tokenLifetime));
            table.add(make(), now);
        });
        forget();
    }

    /** Has the keys read again with the next use. */
    void forget() {
        forgotten.incrementAndGet();
        loaded = null;
    }

    private List<Stored> keys(Duration notOlderThan) {
        Loaded known = loaded;
        if (known != null && isYoung(known, notOlderThan)) {
            return known.keys();
        }
        loading.lock();
        try {
            Loaded again = loaded;
            if (again == null || !isYoung(again, notOlderThan)) {
                int before = forgotten.get();
                again = new Loaded(load(), clock.instant());
                loaded = again;
                // What was read before they changed is good for this call alone.
                if (forgotten.get() != before) {
                    loaded = null;
                }
            }
            return again.keys();
        } finally {
            loading.unlock();
        }
    }

    private boolean isYoung(Loaded known, Duration notOlderThan) {
        return clock.instant().isBefore(known.at().plus(notOlderThan));
    }

    private List<Stored> load() {
        List<Stored> stored = table.all();
        return signing(stored).isPresent()
                ? stored
                : Objects.requireNonNull(transaction.execute(status -> {
                    table.lock();
                    if (signing(table.all()).isEmpty()) {
                        table.add(make(), clock.instant());
                    }
                    return table.all();
                }));
    }

    private static Optional<Stored> signing(List<Stored> keys) {
        return keys.stream().filter(key -> key.verifiesUntil() == null).findFirst();
    }

    private Optional<ECKey> verifying(List<Stored> keys, @Nullable String kid) {
        Instant now = clock.instant();
        return keys.stream()
                .filter(key -> key.pair().getKeyID().equals(kid) && key.verifiesAt(now))
                .map(Stored::pair)
                .findFirst();
    }

    private ECKey make() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .secureRandom(random)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Could not make a signing key", e);
        }
    }
}
