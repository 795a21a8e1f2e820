package dev.kiwi.web.account.lockout;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.EmailFingerprints;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * After too many failures an address is locked for everybody, whether an account has it or not (platform.md 3.6). The
 * limit holds for logins at once too: those that were under way when the lock fell are refused with it, so that none of
 * them tells whether its guess was right. Counted in Redis, and while Redis is away in Postgres.
 */
public final class Lockout {
    private static final Logger log = LoggerFactory.getLogger(Lockout.class);

    private final FailedLogins shared;
    private final FailedLogins durable;
    private final EmailFingerprints fingerprints;
    private final AtomicBoolean degraded = new AtomicBoolean();

    Lockout(FailedLogins shared, FailedLogins durable, EmailFingerprints fingerprints) {
        this.shared = shared;
        this.durable = durable;
        this.fingerprints = fingerprints;
    }

    /** Fails with {@code account_locked} while the address is locked. */
    public Mono<Void> check(EmailAddress email) {
        return ask(logins -> logins.lockedFor(fingerprints.of(email))).flatMap(Lockout::refuseIfLocked);
    }

    /** Counts a failure; fails with {@code account_locked} when others have locked the address meanwhile. */
    public Mono<Void> failed(EmailAddress email) {
        return ask(logins -> logins.failed(fingerprints.of(email))).flatMap(Lockout::refuseIfLocked);
    }

    /** Forgets earlier failures; fails with {@code account_locked} when others have locked the address meanwhile. */
    public Mono<Void> passed(EmailAddress email) {
        return ask(logins -> logins.passed(fingerprints.of(email))).flatMap(Lockout::refuseIfLocked);
    }

    /** Forgets failures and lock: somebody has proved the address itself. */
    public Mono<Void> forget(String emailFingerprint) {
        return ask(logins -> logins.forget(emailFingerprint).thenReturn(true))
                // A lock of an outage that is over.
                .then(durable.forget(emailFingerprint));
    }

    private static Mono<Void> refuseIfLocked(Duration left) {
        if (left.isZero()) {
            return Mono.empty();
        }
        long seconds = left.plusMillis(999).toSeconds();
        return Mono.error(new Refusal(
                ErrorCode.ACCOUNT_LOCKED,
                "Too many failed logins; try again in " + seconds + " seconds.",
                Map.of("retry_after", seconds)));
    }

    private <T> Mono<T> ask(Function<FailedLogins, Mono<T>> question) {
        return Mono.defer(() -> question.apply(shared))
                .doOnNext(answer -> recovered())
                .onErrorResume(error -> {
                    if (!degraded.getAndSet(true)) {
                        log.warn("Failed logins count in Postgres, Redis does not answer: {}", error.toString());
                    }
                    return question.apply(durable);
                });
    }

    private void recovered() {
        if (degraded.getAndSet(false)) {
            log.info("Failed logins count in Redis again");
        }
    }
}
