package dev.kiwi.command.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * One random AES-256 key per data subject, wrapped by the master key. Destroying a key makes everything that was
 * encrypted with it unreadable for good, wherever a copy lies; a destroyed subject never gets another key.
 */
public final class SubjectKeys {
    /** Stands for every subject. */
    public static final String EVERYBODY = "*";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SubjectKeyTable table;
    private final SecretKey master;
    private final Clock clock;
    private final List<Consumer<String>> forgottenListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> destroyedListeners = new CopyOnWriteArrayList<>();

    // Bounded in time too: a node that missed the news of a destroyed key forgets it all the same.
    private final Cache<String, Optional<SecretKey>> cache = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    public SubjectKeys(SubjectKeyTable table, DerivedKeys derived, Clock clock) {
        this.table = table;
        this.master = derived.subjectKeyWrapping();
        this.clock = clock;
    }

    /** The subject's key, made on first use; null when it was destroyed. */
    @Nullable
    SecretKey forWriting(String subject) {
        // By the cache itself: a key that is destroyed while it is read is not put back.
        return cache.get(subject, this::foundOrMade).orElse(null);
    }

    private Optional<SecretKey> foundOrMade(String subject) {
        Optional<SubjectKeyTable.Row> stored = table.find(subject);
        if (stored.isEmpty()) {
            byte[] fresh = new byte[32];
            RANDOM.nextBytes(fresh);
            table.insertIfAbsent(subject, AesGcm.encrypt(master, fresh, context(subject)), clock.instant());
            stored = table.find(subject);
        }
        return unwrapped(subject, stored.orElseThrow());
    }

    /** The subject's key; null when it was destroyed. @throws IllegalStateException when it never had one */
    @Nullable
    SecretKey forReading(String subject) {
        return cache.get(subject, this::found).orElse(null);
    }

    private Optional<SecretKey> found(String subject) {
        SubjectKeyTable.Row row = table.find(subject)
                .orElseThrow(() -> new IllegalStateException("No key was ever made for subject " + subject));
        return unwrapped(subject, row);
    }

    /** Destroys the key material; what it encrypted reads as null from now on, on this node at once. */
    public void destroy(String subject) {
        table.destroy(subject, clock.instant());
        tellDestroyed(subject);
    }

    /** As {@link #destroy}, in the transaction of the current unit of work's events: both happen or neither. */
    public void destroyWithCommit(String subject) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        UnitErasures.add(unit, subject);
        unit.afterCommit(committed -> tellDestroyed(subject));
    }

    /** Whose key was destroyed at that time or later, for what is stored of them outside of the events. */
    public List<String> destroyedSince(Instant time) {
        return table.destroyedSince(time);
    }

    private void tellDestroyed(String subject) {
        forget(subject);
        destroyedListeners.forEach(listener -> listener.accept(subject));
    }

    /** Drops the cached key; called when another node has destroyed it. */
    public void forget(String subject) {
        cache.invalidate(subject);
        forgottenListeners.forEach(listener -> listener.accept(subject));
    }

    /** Drops every cached key; called when news of destroyed ones may have been missed. */
    public void forgetAll() {
        cache.invalidateAll();
        forgottenListeners.forEach(listener -> listener.accept(EVERYBODY));
    }

    /** Registers what else on this node remembers a subject's data and has to drop it; it may be told {@link #EVERYBODY}. */
    public void onForgotten(Consumer<String> listener) {
        forgottenListeners.add(listener);
    }

    /** Registers who is told of destroyed subjects, for example to tell the other nodes. */
    public void onDestroyed(Consumer<String> listener) {
        destroyedListeners.add(listener);
    }

    private Optional<SecretKey> unwrapped(String subject, SubjectKeyTable.Row row) {
        byte[] wrapped = row.wrappedKey();
        return wrapped == null
                ? Optional.empty()
                : Optional.of(new SecretKeySpec(AesGcm.decrypt(master, wrapped, context(subject)), "AES"));
    }

    private static byte[] context(String subject) {
        return ("subject-key\0" + subject).getBytes(StandardCharsets.UTF_8);
    }
}
