package dev.kiwi.command.account.passkey;

import com.webauthn4j.util.exception.WebAuthnException;
import dev.kiwi.api.formats.token.Sha256;
import dev.kiwi.command.account.SecondFactorClaims;
import dev.kiwi.command.account.passkey.PasskeyTable.Row;
import dev.kiwi.command.claim.Claims;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/**
 * Keeps the keys of passkeys and judges what they signed. That a key is here opens nothing: whether the account has the
 * passkey is for {@link dev.kiwi.api.account.UsePasskey} to decide. Blocks.
 */
public final class PasskeyVault {
    private static final Logger log = LoggerFactory.getLogger(PasskeyVault.class);
    private static final String CREDENTIAL = "credential";
    private static final String ATTESTATION = "attestation";

    private final PasskeyTable table;
    private final CredentialSeal seal;
    private final Supplier<WebAuthn> webAuthn;
    private final TransactionTemplate transaction;
    private final Claims claims;
    private final Clock clock;

    /** @param webAuthn made when it is first asked for: most starts never need it */
    PasskeyVault(
            PasskeyTable table,
            CredentialSeal seal,
            Supplier<WebAuthn> webAuthn,
            TransactionTemplate transaction,
            Claims claims,
            Clock clock) {
        this.table = table;
        this.seal = seal;
        this.webAuthn = webAuthn;
        this.transaction = transaction;
        this.claims = claims;
        this.clock = clock;
    }

    /** What became of a new credential. */
    public sealed interface Registration {
        /** @param synced whether its provider keeps a copy of it */
        record Stored(String passkeyId, String credentialHash, boolean synced) implements Registration {}

        record Wrong() implements Registration {}

        /** It is stored already, for this account or another one. */
        record Known() implements Registration {}
    }

    /** What a signature came to. */
    public sealed interface Verdict {
        record Right(String accountId, String passkeyId, boolean synced) implements Verdict {}

        record Wrong() implements Verdict {}

        /** The signature is good, but its counter is not above the last one. */
        record CounterWentBack(String accountId, String passkeyId, long lastCount, long presentedCount)
                implements Verdict {}
    }

    /** How a browser finds a credential. @param id base64url */
    public record Descriptor(String id, List<String> transports) {}

    /** @param challenge that was made for this, base64url */
    public Registration add(String accountId, String challenge, Attested attested) {
        return Objects.requireNonNull(transaction.execute(status -> register(accountId, challenge, attested)));
    }

    private Registration register(String accountId, String challenge, Attested attested) {
        String hash = hash(attested.credentialId());
        if (table.lock(hash).isPresent()) {
            return new Registration.Known();
        }
        try {
            WebAuthn.Made made = webAuthn.get().register(challenge, attested);
            String id = ObjectId.get().toHexString();
            table.insert(row(id, accountId, hash, attested, made.signCount()), clock.instant());
            return new Registration.Stored(id, hash, made.synced());
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            log.debug("A passkey was not taken: {}", e.toString());
            return new Registration.Wrong();
        }
    }

    private Row row(String id, String accountId, String hash, Attested attested, long signCount) {
        return new Row(
                id,
                accountId,
                hash,
                seal.seal(attested.credentialId(), CREDENTIAL, accountId),
                seal.seal(attested.attestationObject(), ATTESTATION, accountId),
                attested.transports(),
                signCount);
    }

    /** Of the bytes, however their text ends. */
    private static String hash(String credentialId) {
        return Sha256.hex(base64(Base64.getUrlDecoder().decode(credentialId)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * @param challenge that was made for this, base64url
     * @param accountId whose passkey it has to be; null for anybody's, which then has to say whose it is
     */
    public Verdict check(String challenge, Asserted asserted, @Nullable String accountId) {
        return Objects.requireNonNull(transaction.execute(status -> table.lock(hash(asserted.credentialId()))
                .filter(row -> accountId == null ? asserted.userHandle() != null : accountId.equals(row.accountId()))
                .filter(row -> isOwner(row, asserted.userHandle()))
                .map(row -> judge(row, challenge, asserted))
                .orElseGet(Verdict.Wrong::new)));
    }

    private static boolean isOwner(Row row, @Nullable String userHandle) {
        return userHandle == null || userHandle.equals(userHandleOf(row.accountId()));
    }

    /** How authenticators know the account: its id, base64url. */
    public static String userHandleOf(String accountId) {
        return base64(accountId.getBytes(StandardCharsets.US_ASCII));
    }

    private Verdict judge(Row row, String challenge, Asserted asserted) {
        byte[] attestation = seal.open(row.sealedAttestation(), ATTESTATION, row.accountId());
        if (attestation == null) {
            return new Verdict.Wrong();
        }
        try {
            WebAuthn.Signed signed = webAuthn.get().authenticate(challenge, asserted, attestation, row.signCount());
            if (!signed.rising()) {
                return new Verdict.CounterWentBack(row.accountId(), row.id(), row.signCount(), signed.signCount());
            }
            table.counted(row.id(), signed.signCount());
            return new Verdict.Right(row.accountId(), row.id(), signed.synced());
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            log.debug("A passkey was refused: {}", e.toString());
            return new Verdict.Wrong();
        }
    }

    /** The credentials of an account's passkeys, oldest first. */
    public List<Descriptor> of(String accountId) {
        return table.of(accountId).stream()
                // What a crash has left behind has no claim, and must not keep its authenticator out.
                .filter(row -> SecondFactorClaims.isPasskey(claims, accountId, row.credentialHash()))
                .flatMap(row -> Stream.ofNullable(seal.open(row.sealedCredential(), CREDENTIAL, accountId))
                        .map(id -> new Descriptor(base64(id), row.transports())))
                .toList();
    }

    public void forget(String passkeyId) {
        table.delete(passkeyId);
    }

    public void forgetAll(String accountId) {
        table.deleteOf(accountId);
    }

    /** Takes away what nobody can read any more; others still have to be told of the erasure, so nothing is thrown. */
    void erased(String accountId) {
        try {
            forgetAll(accountId);
        } catch (DataAccessException e) {
            log.warn("Unreadable passkeys of the erased account {} stay: {}", accountId, e.toString());
        }
    }
}
