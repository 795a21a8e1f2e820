package dev.kiwi.web.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** site-users.md 5: what a site user's token says, and that neither kind of session opens what is the other's. */
class SiteTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final SiteTokens.Claim CLAIM = new SiteTokens.Claim("a".repeat(24), 3, "b".repeat(24));

    @BeforeAll
    static void keys() {
        SessionTokensTest.table();
    }

    static SiteTokens at(Instant now) {
        return new SiteTokens(
                SessionTokensTest.keys,
                SessionTokensTest.ISSUER,
                Duration.ofMinutes(15),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void aTokenSpeaksForItsSiteUserSessionAndVersion() throws Exception {
        String token = at(NOW).issue(CLAIM);
        assertThat(at(NOW).verify(token)).hasValue(CLAIM);
        JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertThat(claims.getClaims().keySet())
                .containsExactlyInAnyOrder("sub", "ver", "iat", "exp", "type", "kind", "sid", "iss", "aud");
        assertThat(claims.getStringClaim("kind")).isEqualTo("site");
        assertThat(claims.getStringClaim("type")).isEqualTo("access");
        assertThat(claims.getAudience()).isEqualTo(List.of(SessionTokensTest.ISSUER + "/v1/site-auth"));
        assertThat(claims.getExpirationTime().toInstant()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void aTokenEndsWithItsLifetime() {
        String token = at(NOW).issue(CLAIM);
        assertThat(at(NOW.plusSeconds(899)).verify(token)).isPresent();
        assertThat(at(NOW.plusSeconds(900)).verify(token)).isEmpty();
    }

    @Test
    void anAccountsTokenIsNoSiteUsersAndTheReverse() {
        SessionTokens portal = SessionTokensTest.at(NOW);
        SessionTokens.Claim account = new SessionTokens.Claim(CLAIM.siteUserId(), 3, CLAIM.sessionId());
        assertThat(portal.verify(at(NOW).issue(CLAIM))).isEmpty();
        assertThat(at(NOW).verify(portal.issue(account))).isEmpty();
    }

    /** Each of the two differences would do alone. */
    @Test
    void kindAndAudienceMustBothBeRight() {
        String issuer = SessionTokensTest.ISSUER;
        for (ClaimRules almost : List.of(rules(issuer, "site"), rules(issuer + "/v1/site-auth", null))) {
            SessionTokens tokens = new SessionTokens(SessionTokensTest.keys, almost);
            String token = tokens.issue(new SessionTokens.Claim(CLAIM.siteUserId(), 3, CLAIM.sessionId()));
            assertThat(tokens.verify(token)).isPresent();
            assertThat(at(NOW).verify(token)).isEmpty();
            assertThat(SessionTokensTest.at(NOW).verify(token)).isEmpty();
        }
    }

    private static ClaimRules rules(String audience, String kind) {
        return new ClaimRules(
                SessionTokensTest.ISSUER,
                audience,
                kind,
                "access",
                Duration.ofMinutes(15),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
