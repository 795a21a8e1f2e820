package dev.kiwi.web.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key pair that signs session tokens (ES256): made once for all nodes, kept in {@code web.signing_key}, its private
 * half encrypted with a key derived from {@code SECRET_KEY}. Under another {@code SECRET_KEY} a new pair is made, which
 * voids all session tokens. Blocks on first use.
 */
final class SigningKeys {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    // Any fixed number: nodes that start together must not each make a pair.
    private static final long LOCK = 7_310_579_628_451_907_331L;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SecretKey wrapping;
    private final SecureRandom random;
    private final Clock clock;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable ECKey current;

    SigningKeys(
            JdbcClient jdbc, TransactionTemplate transaction, SecretKey wrapping, SecureRandom random, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.wrapping = wrapping;
        this.random = random;
        this.clock = clock;
    }

    /** The pair that signs and verifies; its {@code kid} is the thumbprint of its public half. */
    ECKey current() {
        ECKey loaded = current;
        if (loaded != null) {
            return loaded;
        }
        loading.lock();
        try {
            ECKey again = current;
            ECKey pair = again != null ? again : transaction.execute(status -> loadOrMake());
            current = pair;
            return Objects.requireNonNull(pair);
        } finally {
            loading.unlock();
        }
    }

    private ECKey loadOrMake() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, n) -> true)
                .single();
        return stored().stream().flatMap(row -> open(row).stream()).findFirst().orElseGet(this::make);
    }

    private record Row(String kid, byte[] pair) {}

    private List<Row> stored() {
        return jdbc.sql("select kid, encrypted_pair from web.signing_key order by created_at desc")
                .query((row, n) -> new Row(row.getString("kid"), row.getBytes("encrypted_pair")))
                .list();
    }

    private Optional<ECKey> open(Row row) {
        try {
            byte[] json = cipher(Cipher.DECRYPT_MODE, row.kid(), row.pair())
                    .doFinal(row.pair(), NONCE_BYTES, row.pair().length - NONCE_BYTES);
            return Optional.of(
                    JWK.parse(new String(json, StandardCharsets.UTF_8)).toECKey());
        } catch (GeneralSecurityException | ParseException e) {
            LOG.warn("The signing key {} does not open with this SECRET_KEY; its session tokens are void", row.kid());
            return Optional.empty();
        }
    }

    private ECKey make() {
        try {
            ECKey pair = new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .secureRandom(random)
                    .generate();
            jdbc.sql("insert into web.signing_key (kid, encrypted_pair, created_at) values (:kid, :pair, :at)")
                    .param("kid", pair.getKeyID())
                    .param("pair", seal(pair))
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
            return pair;
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException("Could not make a signing key", e);
        }
    }

    private byte[] seal(ECKey pair) throws GeneralSecurityException {
        byte[] json = pair.toJSONString().getBytes(StandardCharsets.UTF_8);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, pair.getKeyID(), nonce).doFinal(json);
        byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
        System.arraycopy(encrypted, 0, sealed, NONCE_BYTES, encrypted.length);
        return sealed;
    }

    // The key id is authenticated too, so that rows cannot be swapped.
    private Cipher cipher(int mode, String kid, byte[] startsWithNonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, wrapping, new GCMParameterSpec(TAG_BITS, startsWithNonce, 0, NONCE_BYTES));
        cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
