package dev.kiwi.command.account;

import dev.kiwi.command.crypto.PersonalDataCipher;
import dev.kiwi.command.crypto.PersonalDataCipher.Place;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.bouncycastle.util.encoders.Base32;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the secrets of second factors and judges codes. Five wrong ones in a row lock the factor for a quarter of an
 * hour; a code that was accepted, and every older one, is refused from then on. Blocks.
 */
public final class SecondFactorVault {
    private static final int MOST_FAILURES = 5;
    private static final Duration LOCKED = Duration.ofMinutes(15);

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
        AUTHENTICATOR,
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

    /** A new secret in base 32, which is not shown again. */
    public String begin(String accountId) {
        byte[] secret = totp.newSecret();
        table.put(accountId, seal(accountId, secret), clock.instant());
        return new String(Base32.encode(secret), StandardCharsets.US_ASCII);
    }

    public Verdict check(String accountId, String code, Accepted accepted) {
        return Objects.requireNonNull(transaction.execute(status -> table.lock(accountId)
                .map(row -> judge(accountId, row, code.strip(), accepted))
                .orElseGet(Verdict.Wrong::new)));
    }

    /** New recovery codes in place of all older ones; they are not shown again. */
    public List<String> newRecoveryCodes(String accountId) {
        List<String> codes = recoveryCodes.mint();
        transaction.executeWithoutResult(status -> {
            table.putIfAbsent(accountId, clock.instant());
            table.replaceRecoveryCodes(
                    accountId, codes.stream().map(RecoveryCodes::hash).toList());
        });
        return codes;
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

    private Verdict judge(String accountId, SecondFactorTable.Row row, String code, Accepted accepted) {
        Instant now = clock.instant();
        if (row.lockedUntil() != null && row.lockedUntil().isAfter(now)) {
            return new Verdict.Locked(Duration.between(now, row.lockedUntil()));
        }
        OptionalLong step =
                accepted == Accepted.RECOVERY_CODE ? OptionalLong.empty() : stepOf(accountId, row, code, now);
        if (step.isPresent()) {
            table.succeeded(accountId, step.getAsLong());
            return new Verdict.Right();
        }
        if (accepted != Accepted.AUTHENTICATOR && table.takeRecoveryCode(accountId, RecoveryCodes.hash(code))) {
            table.succeeded(accountId, row.lastStep());
            return new Verdict.RightOnce(table.recoveryCodesLeft(accountId));
        }
        boolean last = row.failures() + 1 >= MOST_FAILURES;
        table.failed(accountId, last ? 0 : row.failures() + 1, last ? now.plus(LOCKED) : null);
        return new Verdict.Wrong();
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
