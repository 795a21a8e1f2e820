package dev.kiwi.web.credential;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code web.signing_key}: key pairs, each encrypted with a key derived from {@code SECRET_KEY}. */
final class SigningKeyTable {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeyTable.class);
    // Any fixed number: nodes that start or rotate together must not each make a pair.
    private static final long LOCK = 7_310_579_628_451_907_331L;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final JdbcClient jdbc;
    private final SecretKey wrapping;
    private final SecureRandom random;

    SigningKeyTable(JdbcClient jdbc, SecretKey wrapping, SecureRandom random) {
        this.jdbc = jdbc;
        this.wrapping = wrapping;
        this.random = random;
    }

    /** @param verifiesUntil null for a key that signs, or will once those newer than it are gone */
    record Stored(ECKey pair, Instant createdAt, @Nullable Instant verifiesUntil) {
        boolean verifiesAt(Instant now) {
            return verifiesUntil == null || verifiesUntil.isAfter(now);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(
            String kid,
            byte[] pair,
            Instant createdAt,
            @Nullable Instant verifiesUntil) {}

    /** Holds every other caller back until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, n) -> true)
                .single();
    }

    /** Those that open with this {@code SECRET_KEY}, newest first. */
    List<Stored> all() {
        return jdbc
                .sql("""
                        select kid, encrypted_pair, created_at, verifies_until from web.signing_key
                        order by created_at desc, kid""")
                .query((row, n) -> new Row(
                        row.getString("kid"),
                        row.getBytes("encrypted_pair"),
                        row.getTimestamp("created_at").toInstant(),
                        instant(row.getTimestamp("verifies_until"))))
                .list()
                .stream()
                .flatMap(row -> open(row).stream())
                .toList();
    }

    void add(ECKey pair, Instant now) {
        jdbc.sql("insert into web.signing_key (kid, encrypted_pair, created_at) values (:kid, :pair, :at)")
                .param("kid", pair.getKeyID())
                .param("pair", seal(pair))
                .param("at", Timestamp.from(now))
                .update();
    }

    /** Lets a key verify until then at the longest. */
    void end(String kid, Instant until) {
        jdbc.sql("update web.signing_key set verifies_until = least(verifies_until, :until) where kid = :kid")
                .param("until", Timestamp.from(until))
                .param("kid", kid)
                .update();
    }

    void deleteEndedBefore(Instant bound) {
        jdbc.sql("delete from web.signing_key where verifies_until < :bound")
                .param("bound", Timestamp.from(bound))
                .update();
    }

    private Optional<Stored> open(Row row) {
        try {
            byte[] json = cipher(Cipher.DECRYPT_MODE, row.kid(), row.pair())
                    .doFinal(row.pair(), NONCE_BYTES, row.pair().length - NONCE_BYTES);
            ECKey pair = JWK.parse(new String(json, StandardCharsets.UTF_8)).toECKey();
            return Optional.of(new Stored(pair, row.createdAt(), row.verifiesUntil()));
        } catch (GeneralSecurityException | ParseException e) {
            LOG.warn("The signing key {} does not open with this SECRET_KEY; its session tokens are void", row.kid());
            return Optional.empty();
        }
    }

    private byte[] seal(ECKey pair) {
        try {
            byte[] json = pair.toJSONString().getBytes(StandardCharsets.UTF_8);
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, pair.getKeyID(), nonce).doFinal(json);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
            System.arraycopy(encrypted, 0, sealed, NONCE_BYTES, encrypted.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not encrypt a signing key", e);
        }
    }

    // The key id is authenticated too, so that rows cannot be swapped.
    private Cipher cipher(int mode, String kid, byte[] startsWithNonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, wrapping, new GCMParameterSpec(TAG_BITS, startsWithNonce, 0, NONCE_BYTES));
        cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
