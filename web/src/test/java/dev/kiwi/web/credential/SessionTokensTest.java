package dev.kiwi.web.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.embedded.TestStores;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SessionTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final String ISSUER = "https://api.example";
    private static final String SECRET = "a secret for tests only, long enough";
    private static final SessionTokens.Claim CLAIM = new SessionTokens.Claim("a".repeat(24), 3, "b".repeat(24));
    private static DataSource database;
    /** For tests of the other kinds of tokens too. */
    static SigningKeys keys;

    @BeforeAll
    static void table() {
        database = TestStores.freshDatabase().dataSource();
        Flyway.configure()
                .dataSource(database)
                .schemas("web")
                .locations("classpath:db/web")
                .load()
                .migrate();
        keys = keysUnder(SECRET);
    }

    @Test
    void aTokenSpeaksForItsAccountSessionAndVersion() throws Exception {
        String token = at(NOW).issue(CLAIM);
        assertThat(at(NOW).verify(token)).hasValue(CLAIM);
        JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertThat(claims.getClaims().keySet())
                .containsExactlyInAnyOrder("sub", "ver", "iat", "exp", "type", "sid", "iss", "aud");
        assertThat(claims.getExpirationTime().toInstant()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void aTokenTellsWhenItsBearerShowedASecondFactor() {
        SessionTokens.Claim shown = new SessionTokens.Claim(CLAIM.accountId(), 3, CLAIM.sessionId(), NOW);
        assertThat(at(NOW).verify(at(NOW).issue(shown))).hasValue(shown);
    }

    @Test
    void aChallengeIsNoSessionAndASessionIsNoChallenge() {
        LoginChallenges challenges = new LoginChallenges(keys, ISSUER, Clock.fixed(NOW, ZoneOffset.UTC));
        LoginChallenges.Challenged challenged = new LoginChallenges.Challenged(CLAIM.accountId(), 3);
        String challenge = challenges.issue(challenged);
        assertThat(challenges.verify(challenge)).hasValue(challenged);
        assertThat(at(NOW).verify(challenge)).isEmpty();
        assertThat(challenges.verify(at(NOW).issue(CLAIM))).isEmpty();
        LoginChallenges later = new LoginChallenges(keys, ISSUER, Clock.fixed(NOW.plusSeconds(300), ZoneOffset.UTC));
        assertThat(later.verify(challenge)).isEmpty();
    }

    @Test
    void aTokenEndsWithItsLifetime() {
        String token = at(NOW).issue(CLAIM);
        assertThat(at(NOW.plusSeconds(899)).verify(token)).isPresent();
        assertThat(at(NOW.plusSeconds(900)).verify(token)).isEmpty();
    }

    @Test
    void aTokenWhoseSignatureIsRememberedEndsAllTheSame() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        InstantSource source = now::get;
        SessionTokens tokens = new SessionTokens(keys, ISSUER, Duration.ofMinutes(15), source.withZone(ZoneOffset.UTC));
        String token = tokens.issue(CLAIM);
        assertThat(tokens.verify(token)).hasValue(CLAIM);
        assertThat(tokens.verify(token)).hasValue(CLAIM);
        assertThat(tokens.verify(token.substring(0, token.length() - 2) + "AA")).isEmpty();
        now.set(NOW.plusSeconds(900));
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void aTokenOfTheFutureIsRefused() {
        String token = at(NOW.plusSeconds(60)).issue(CLAIM);
        assertThat(at(NOW).verify(token)).isEmpty();
    }

    @Test
    void aTokenWithoutASignatureIsRefused() {
        assertThat(at(NOW).verify(new PlainJWT(claims(c -> {})).serialize())).isEmpty();
        String signed = at(NOW).issue(CLAIM);
        assertThat(at(NOW).verify(signed.substring(0, signed.lastIndexOf('.') + 1)))
                .isEmpty();
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(at(NOW).verify(none + signed.substring(signed.indexOf('.')))).isEmpty();
    }

    @Test
    void aTokenOfAnotherKeyIsRefusedAlsoUnderOurKeysName() throws Exception {
        ECKey other = new ECKeyGenerator(Curve.P_256).keyID("other").generate();
        assertThat(at(NOW).verify(signed(other, "other"))).isEmpty();
        assertThat(at(NOW).verify(signed(other, keys.current().getKeyID()))).isEmpty();
    }

    @Test
    void ourPublicKeyIsNoSharedSecret() throws Exception {
        byte[] known = keys.current().toECPublicKey().getEncoded();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(keys.current().getKeyID())
                        .build(),
                claims(c -> {}));
        token.sign(new MACSigner(known));
        assertThat(at(NOW).verify(token.serialize())).isEmpty();
    }

    @Test
    void aTokenThatBringsItsOwnKeyIsRefused() throws Exception {
        ECKey own =
                new ECKeyGenerator(Curve.P_256).keyID(keys.current().getKeyID()).generate();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(own.getKeyID())
                        .jwk(own.toPublicJWK())
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims(c -> {}));
        token.sign(new ECDSASigner(own));
        assertThat(at(NOW).verify(token.serialize())).isEmpty();
    }

    @Test
    void oneRightClaimSetIsAcceptedAndEachWrongClaimIsNot() throws Exception {
        assertThat(at(NOW).verify(ours(c -> {}))).isPresent();
        List<Consumer<JWTClaimsSet.Builder>> wrong = List.of(
                c -> c.claim("type", "email_verify"),
                c -> c.claim("type", null),
                c -> c.issuer("https://evil.example"),
                c -> c.issuer(null),
                c -> c.audience("https://evil.example"),
                c -> c.audience(List.of(ISSUER, "https://evil.example")),
                c -> c.audience((String) null),
                c -> c.expirationTime(null),
                c -> c.issueTime(null),
                c -> c.subject(null),
                c -> c.subject("not an id"),
                c -> c.claim("sid", null),
                c -> c.claim("ver", null),
                c -> c.claim("ver", "3x"));
        IntStream.range(0, wrong.size())
                .forEach(i -> assertThat(at(NOW).verify(ours(wrong.get(i))))
                        .as("wrong claim %d", i)
                        .isEmpty());
    }

    @Test
    void whatIsNoTokenAtAllIsRefused() {
        for (String text : List.of("", ".", "..", "a.b.c", "kiwi_x_y", "\u0000", "e30.e30.e30", "....")) {
            assertThat(at(NOW).verify(text)).as(text).isEmpty();
        }
    }

    @Test
    void oneChangedCharacterIsRefused() {
        String token = at(NOW).issue(CLAIM);
        for (int place = 0; place < token.length() - 1; place += 7) {
            char other = token.charAt(place) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, place) + other + token.substring(place + 1);
            assertThat(at(NOW).verify(changed)).as("place %d", place).isEmpty();
        }
    }

    @Test
    void everyNodeWithTheSameSecretSignsWithTheSameKey() {
        SessionTokens otherNode = tokens(keysUnder(SECRET), NOW);
        assertThat(otherNode.verify(at(NOW).issue(CLAIM))).hasValue(CLAIM);
    }

    @Test
    void aNewSecretKeyVoidsTokensInsteadOfStoppingTheStart() {
        String token = at(NOW).issue(CLAIM);
        SessionTokens rotated = tokens(keysUnder("another secret, long enough as well"), NOW);
        assertThat(rotated.verify(token)).isEmpty();
        assertThat(rotated.verify(rotated.issue(CLAIM))).isPresent();
    }

    @Test
    void thePrivateHalfIsNowhereInTheDatabase() {
        String secretHalf = keys.current().getD().toString();
        List<byte[]> stored = JdbcClient.create(database)
                .sql("select encrypted_pair from web.signing_key")
                .query((row, n) -> row.getBytes(1))
                .list();
        assertThat(stored)
                .isNotEmpty()
                .allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .doesNotContain(secretHalf)
                        .doesNotContain("\"d\""));
    }

    static SessionTokens at(Instant now) {
        return tokens(keys, now);
    }

    private static SessionTokens tokens(SigningKeys keys, Instant now) {
        return new SessionTokens(keys, ISSUER, Duration.ofMinutes(15), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static SigningKeys keysUnder(String secret) {
        return keysUnder(secret, Clock.fixed(NOW, ZoneOffset.UTC), database);
    }

    static SigningKeys keysUnder(String secret, Clock clock, DataSource database) {
        return new SigningKeys(
                new SigningKeyTable(
                        JdbcClient.create(database), new DerivedKeys(secret).signingKeyWrapping(), new SecureRandom()),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                new SecureRandom(),
                clock,
                Duration.ofMinutes(15));
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder right = new JWTClaimsSet.Builder()
                .subject(CLAIM.accountId())
                .claim("ver", 3)
                .claim("sid", CLAIM.sessionId())
                .claim("type", "access")
                .issuer(ISSUER)
                .audience(ISSUER)
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(60)));
        change.accept(right);
        return right.build();
    }

    private static String ours(Consumer<JWTClaimsSet.Builder> change) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(keys.current().getKeyID())
                            .build(),
                    claims(change));
            token.sign(new ECDSASigner(keys.current()));
            return token.serialize();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String signed(ECKey key, String kid) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(kid).build(), claims(c -> {}));
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }
}
