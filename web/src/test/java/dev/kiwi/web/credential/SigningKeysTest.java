package dev.kiwi.web.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import dev.kiwi.embedded.MovableClock;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.web.credential.SigningKeyTable.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one store. */
class SigningKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String ISSUER = "https://api.example";
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final SessionTokens.Claim CLAIM = new SessionTokens.Claim("a".repeat(24), 3, "b".repeat(24));

    private final MovableClock clock = new MovableClock(NOW);
    private final StandInInvalidations invalidations = new StandInInvalidations();
    private SigningKeys hereKeys;
    private SigningKeys thereKeys;
    private SessionTokens here;
    private SessionTokens there;
    private SigningKeyNews news;

    @BeforeEach
    void nodes() {
        DataSource database = TestStores.freshDatabase().dataSource();
        Flyway.configure()
                .dataSource(database)
                .schemas("web")
                .locations("classpath:db/web")
                .load()
                .migrate();
        hereKeys = SessionTokensTest.keysUnder("a secret for tests only, long enough", clock, database);
        thereKeys = SessionTokensTest.keysUnder("a secret for tests only, long enough", clock, database);
        here = new SessionTokens(hereKeys, ISSUER, LIFETIME, clock);
        there = new SessionTokens(thereKeys, ISSUER, LIFETIME, clock);
        news = new SigningKeyNews(hereKeys, here, invalidations);
    }

    private static String kid(String token) throws Exception {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    @Test
    void aRotationLogsNobodyOut() throws Exception {
        String before = here.issue(CLAIM);
        assertThat(there.verify(before)).hasValue(CLAIM);
        news.rotate(false);
        String after = here.issue(CLAIM);
        assertThat(kid(after)).isNotEqualTo(kid(before));
        assertThat(here.verify(before)).hasValue(CLAIM);
        assertThat(here.verify(after)).hasValue(CLAIM);
        assertThat(invalidations.published).containsExactly("signing-key/" + kid(after));
    }

    @Test
    void aNodeThatHasNotHeardOfARotationFindsTheKeyByItsNameAndGoesOnSigningForAMinute() throws Exception {
        String before = there.issue(CLAIM);
        news.rotate(false);
        clock.advance(Duration.ofSeconds(6));
        assertThat(kid(there.issue(CLAIM))).isEqualTo(kid(before));
        assertThat(there.verify(here.issue(CLAIM))).hasValue(CLAIM);
        clock.advance(Duration.ofSeconds(60));
        assertThat(kid(there.issue(CLAIM))).isEqualTo(kid(here.issue(CLAIM)));
    }

    @Test
    void anOldKeyIsGoneOnceItsLastTokenHasExpired() throws Exception {
        String old = here.issue(CLAIM);
        news.rotate(false);
        clock.advance(LIFETIME.plusMinutes(2).minusSeconds(1));
        assertThat(hereKeys.find(kid(old))).isPresent();
        assertThat(hereKeys.verifying()).hasSize(2);
        clock.advance(Duration.ofSeconds(1));
        assertThat(hereKeys.find(kid(old))).isEmpty();
        assertThat(hereKeys.verifying()).hasSize(1);
    }

    @Test
    void afterATheftOldTokensAreRefusedAtOnceAlsoWhereTheirSignatureIsRemembered() {
        String old = here.issue(CLAIM);
        assertThat(here.verify(old)).hasValue(CLAIM);
        news.rotate(true);
        assertThat(here.verify(old)).isEmpty();
        assertThat(here.verify(here.issue(CLAIM))).hasValue(CLAIM);
    }

    @Test
    void anotherNodesRotationIsHeard() throws Exception {
        String old = here.issue(CLAIM);
        new SigningKeyNews(thereKeys, there, new StandInInvalidations()).rotate(false);
        assertThat(kid(here.issue(CLAIM))).as("not heard yet").isEqualTo(kid(old));
        invalidations.receive("signing-key", kid(there.issue(CLAIM)));
        assertThat(kid(here.issue(CLAIM))).isEqualTo(kid(there.issue(CLAIM)));
    }

    @Test
    void aKeyThatIsNotThereIsNotFound() {
        here.issue(CLAIM);
        assertThat(hereKeys.find("nobody's")).isEmpty();
        assertThat(hereKeys.find(null)).isEmpty();
        assertThat(hereKeys.find("../../etc/passwd")).isEmpty();
    }

    @Test
    void whatIsPublishedVerifiesAndCannotSign() throws Exception {
        SignedJWT token = SignedJWT.parse(here.issue(CLAIM));
        List<Stored> published = hereKeys.verifying();
        ECKey half = published.getFirst().pair().toPublicJWK();
        assertThat(token.verify(new ECDSAVerifier(half))).isTrue();
        assertThat(half.isPrivate()).isFalse();
    }
}
