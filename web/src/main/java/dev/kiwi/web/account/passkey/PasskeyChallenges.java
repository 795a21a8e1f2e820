package dev.kiwi.web.account.passkey;

import dev.kiwi.api.formats.token.Sha256;
import dev.kiwi.web.http.BlockingWork;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Challenges for authenticators: 32 random bytes, good once, for five minutes and one intent. Kept in Redis, and while
 * Redis is away in Postgres; only their hashes are stored.
 */
public final class PasskeyChallenges {
    private static final Logger log = LoggerFactory.getLogger(PasskeyChallenges.class);
    private static final int BYTES = 32;
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final ChallengeStore shared;
    private final ChallengeStore durable;
    private final BlockingWork blocking;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicBoolean degraded = new AtomicBoolean();

    PasskeyChallenges(ChallengeStore shared, ChallengeStore durable, BlockingWork blocking, Clock clock) {
        this.shared = shared;
        this.durable = durable;
        this.blocking = blocking;
        this.clock = clock;
    }

    public Mono<MadeChallenge> make(Intent intent) {
        // Random bytes may come from a blocking device.
        return blocking.call(this::text).flatMap(text -> {
            String hash = Sha256.hex(text);
            String meaning = intent.text(clock.instant().plus(LIFETIME));
            return shared.put(hash, meaning, LIFETIME)
                    .doOnNext(stored -> recovered())
                    .thenReturn(new MadeChallenge(text, LIFETIME))
                    .onErrorResume(error -> {
                        fell(error);
                        return durable(meaning);
                    });
        });
    }

    /** Another text: Redis may have kept the first one and not said so, and it would be good twice. */
    private Mono<MadeChallenge> durable(String meaning) {
        return blocking.call(this::text)
                .flatMap(text ->
                        durable.put(Sha256.hex(text), meaning, LIFETIME).thenReturn(new MadeChallenge(text, LIFETIME)));
    }

    /** What the challenge was made for; empty for one that was never made, was taken before, or whose time is over. */
    public Mono<Intent> take(String challenge) {
        String hash = Sha256.hex(challenge);
        return shared.take(hash)
                .onErrorResume(error -> {
                    fell(error);
                    return Mono.empty();
                })
                // One of an outage that is over, or is not.
                .switchIfEmpty(Mono.defer(() -> durable.take(hash)))
                .flatMap(meaning -> Mono.justOrEmpty(Intent.of(meaning, clock.instant())));
    }

    private String text() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void fell(Throwable error) {
        if (!degraded.getAndSet(true)) {
            log.warn("Challenges of passkeys are in Postgres, Redis does not answer: {}", error.toString());
        }
    }

    private void recovered() {
        if (degraded.getAndSet(false)) {
            log.info("Challenges of passkeys are in Redis again");
        }
    }
}
