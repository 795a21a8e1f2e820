package dev.kiwi.command.account;

import dev.kiwi.command.crypto.PersonalDataCipher;
import dev.kiwi.command.crypto.PersonalDataCipher.Place;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.bouncycastle.util.encoders.Base32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the secrets of second factors and judges codes. Five wrong ones in a row lock the factor for a quarter of an
 * hour; a code that was accepted, and every older one, is refused from then on. Blocks.
 */
public final class SecondFactorVault {
    private static final int MOST_FAILURES = 5;
    private static final Duration LOCKED = Duration.ofMinutes(15);
    /** For how long a secret can be confirmed. */
    private static final Duration CONFIRMABLE = Duration.ofMinutes(10);
    /** By then a confirmation is either a fact or nothing. */
    private static final Duration SETTLED = CONFIRMABLE.plusMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(SecondFactorVault.class);

    private final SecondFactorTable table;
    private final TransactionTemplate transaction;
    private final PersonalDataCipher cipher;
    private final Clock clock;
    private final Totp totp = new Totp();
    private final RecoveryCodes recoveryCodes = new RecoveryCodes();

    SecondFactorVault(
            SecondFactorTable table, TransactionTemplate transaction, PersonalDataCipher cipher, Clock clock) {
        this.table = table;
        this.transaction = transaction;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Which codes will do. A recovery code that does is used up. */
    public enum Accepted {
        /** Of a secret that is being confirmed, and was made a moment ago. */
        NEW_AUTHENTICATOR,
        RECOVERY_CODE,
        EITHER
    }

    /** What a code came to. */
    public sealed interface Verdict {
        record Right() implements Verdict {}

        /** @param left recovery codes that have not been used */
        record RightOnce(int left) implements Verdict {}

        record Wrong() implements Verdict {}

        record Locked(Duration remaining) implements Verdict {}
    }

    /**
     * A new secret in base 32, which is not shown again; good for a confirmation within ten minutes. Empty when another one
     * was confirmed meanwhile, and may be an authenticator by now.
     */
    public Optional<String> begin(String accountId) {
        byte[] secret = totp.newSecret();
        Instant now = clock.instant();
        return table.put(accountId, seal(accountId, secret), now, now.minus(SETTLED))
                ? Optional.of(new String(Base32.encode(secret), StandardCharsets.US_ASCII))
                : Optional.empty();
    }

    public Verdict check(String accountId, String code, Accepted accepted) {
        return Objects.requireNonNull(transaction.execute(status -> table.lock(accountId)
                .map(row -> judge(accountId, row, code.strip(), accepted))
                .orElseGet(Verdict.Wrong::new)));
    }

    /** Recovery codes that open nothing yet. */
    public List<String> mintRecoveryCodes() {
        return recoveryCodes.mint();
    }

    /** Puts these in place of all older ones, once it is decided; a crash before leaves the older ones good. */
    public void keepRecoveryCodes(String accountId, List<String> codes) {
        transaction.executeWithoutResult(status -> {
            table.putIfAbsent(accountId, clock.instant());
            table.replaceRecoveryCodes(
                    accountId, codes.stream().map(RecoveryCodes::hash).toList());
        });
    }

    public int recoveryCodesLeft(String accountId) {
        return table.recoveryCodesLeft(accountId);
    }

    /** Of the authenticator; recovery codes stay for the other factors. */
    public void forgetSecret(String accountId) {
        table.deleteSecret(accountId);
    }

    /** Secret and recovery codes. */
    public void forget(String accountId) {
        transaction.executeWithoutResult(status -> table.delete(accountId));
    }

    /** Takes away what nobody can use any more; others still have to be told of the erasure, so nothing is thrown. */
    void erased(String accountId) {
        try {
            forget(accountId);
        } catch (DataAccessException e) {
            log.warn("Unreadable second factors of the erased account {} stay: {}", accountId, e.toString());
        }
    }

    private Verdict judge(String accountId, SecondFactorTable.Row row, String code, Accepted accepted) {
        Instant now = clock.instant();
        if (row.lockedUntil() != null && row.lockedUntil().isAfter(now)) {
            return new Verdict.Locked(Duration.between(now, row.lockedUntil()));
        }
        OptionalLong step = isReadable(row, accepted, now) ? stepOf(accountId, row, code, now) : OptionalLong.empty();
        if (step.isPresent()) {
            table.succeeded(accountId, step.getAsLong());
            return new Verdict.Right();
        }
        if (accepted != Accepted.NEW_AUTHENTICATOR && table.takeRecoveryCode(accountId, RecoveryCodes.hash(code))) {
            table.succeeded(accountId, row.lastStep());
            return new Verdict.RightOnce(table.recoveryCodesLeft(accountId));
        }
        boolean last = row.failures() + 1 >= MOST_FAILURES;
        table.failed(accountId, last ? 0 : row.failures() + 1, last ? now.plus(LOCKED) : null);
        return new Verdict.Wrong();
    }

    /** An old secret is no new authenticator: one that was disabled may have stayed after a crash. */
    private static boolean isReadable(SecondFactorTable.Row row, Accepted accepted, Instant now) {
        return switch (accepted) {
            case RECOVERY_CODE -> false;
            case NEW_AUTHENTICATOR -> !row.createdAt().plus(CONFIRMABLE).isBefore(now);
            case EITHER -> true;
        };
    }

    private OptionalLong stepOf(String accountId, SecondFactorTable.Row row, String code, Instant now) {
        byte[] secret = row.sealedSecret() == null ? null : open(accountId, row.sealedSecret());
        return secret == null ? OptionalLong.empty() : totp.stepOf(code, secret, row.lastStep(), now);
    }

    private String seal(String accountId, byte[] secret) {
        String sealed = cipher.encrypt(secret, place(accountId));
        if (sealed == null) {
            throw new IllegalStateException("The account is erased");
        }
        return sealed;
    }

    /** Null once the account's key is destroyed. */
    private byte @Nullable [] open(String accountId, String sealed) {
        return cipher.decrypt(sealed, place(accountId));
    }

    private static Place place(String accountId) {
        return new Place("es.second_factor", "secret", accountId);
    }
}
