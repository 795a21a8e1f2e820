package dev.kiwi.web.account.passkey;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** Keeps challenges by their hashes, each until it is taken once or its time is over. */
interface ChallengeStore {
    /** Completes with true once it is stored. */
    Mono<Boolean> put(String hash, String meaning, Duration lifetime);

    /** Empty where there is none, or not any more. */
    Mono<String> take(String hash);
}
