package dev.kiwi.web.account.lockout;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** Counts failures and keeps locks, by fingerprints of addresses: whether an account has one of them does not matter. */
interface FailedLogins {
    /** How long the lock lasts; zero when there is none. */
    Mono<Duration> lockedFor(String subject);

    /** Counts a failure, which may lock. What is locked already is not counted on: answers how long that lasts. */
    Mono<Duration> failed(String subject);

    /** Forgets the failures before a success. What was locked meanwhile stays so: answers how long that lasts. */
    Mono<Duration> passed(String subject);

    /** Forgets failures and lock. */
    Mono<Void> forget(String subject);
}
