package dev.kiwi.web.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Signs and verifies session tokens: JWTs with ES256, nothing else (platform.md 4.1). Clients treat them as opaque. */
public final class SessionTokens {
    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;
    private static final String ACCESS = "access";
    // Nodes' clocks agree to about this.
    private static final Duration SKEW = Duration.ofSeconds(2);
    private static final long MOST_REMEMBERED = 10_000;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    private final SigningKeys keys;
    private final String issuer;
    private final Duration lifetime;
    private final Clock clock;
    /** Of the tokens whose signature was good: that check costs a third of a whole write, and its answer stays. */
    private final Cache<String, JWTClaimsSet> verified;

    SessionTokens(SigningKeys keys, String issuer, Duration lifetime, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.lifetime = lifetime;
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(lifetime)
                .build();
    }

    /** Whom a token speaks for. @param version the account's token version at the time of signing */
    public record Claim(String accountId, int version, String sessionId) {}

    public Duration lifetime() {
        return lifetime;
    }

    /** Blocks on the first call of a process. */
    public String issue(Claim claim) {
        Instant now = clock.instant();
        ECKey key = keys.current();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(claim.accountId())
                .claim("ver", claim.version())
                .claim("sid", claim.sessionId())
                .claim("type", ACCESS)
                .issuer(issuer)
                .audience(issuer)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(ALGORITHM).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("Could not sign a session token", e);
        }
        return token.serialize();
    }

    /** True when {@link #verify} will answer from memory, without blocking. */
    boolean isRemembered(String bearer) {
        return verified.getIfPresent(bearer) != null;
    }

    /** Empty when anything about the token is not right. Blocks on the first call of a process. */
    public Optional<Claim> verify(String bearer) {
        try {
            JWTClaimsSet known = verified.getIfPresent(bearer);
            if (known != null) {
                return claim(known);
            }
            SignedJWT token = SignedJWT.parse(bearer);
            ECKey key = keys.current();
            // Algorithm and key are ours to choose, never the token's.
            boolean ours = ALGORITHM.equals(token.getHeader().getAlgorithm())
                    && key.getKeyID().equals(token.getHeader().getKeyID())
                    && token.verify(new ECDSAVerifier(key));
            if (!ours) {
                return Optional.empty();
            }
            verified.put(bearer, token.getJWTClaimsSet());
            return claim(token.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Optional<Claim> claim(JWTClaimsSet claims) throws ParseException {
        Instant now = clock.instant();
        Integer version = claims.getIntegerClaim("ver");
        String account = claims.getSubject();
        String session = claims.getStringClaim("sid");
        boolean right = ACCESS.equals(claims.getStringClaim("type"))
                && issuer.equals(claims.getIssuer())
                && claims.getAudience().equals(List.of(issuer))
                && isBefore(claims.getIssueTime(), now.plus(SKEW))
                && isAfter(claims.getExpirationTime(), now);
        if (!right || version == null || !isId(account) || !isId(session)) {
            return Optional.empty();
        }
        return Optional.of(new Claim(account, version, session));
    }

    private static boolean isBefore(@Nullable Date time, Instant bound) {
        return time != null && time.toInstant().isBefore(bound);
    }

    private static boolean isAfter(@Nullable Date time, Instant bound) {
        return time != null && time.toInstant().isAfter(bound);
    }

    private static boolean isId(@Nullable String text) {
        return text != null && ID.matcher(text).matches();
    }
}
