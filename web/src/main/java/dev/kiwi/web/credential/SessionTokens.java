package dev.kiwi.web.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Signs and verifies session tokens: JWTs with ES256, nothing else (platform.md 4.1). Clients treat them as opaque. */
public final class SessionTokens {
    static final String ACCESS = "access";
    private static final String SECOND_FACTOR_AT = "second_factor_at";
    private static final long MOST_REMEMBERED = 10_000;

    private final SignedClaims signed;
    private final ClaimRules rules;
    /** Of the tokens whose signature was good: that check costs a third of a whole write, and its answer stays. */
    private final Cache<String, JWTClaimsSet> verified;

    private final AtomicInteger forgotten = new AtomicInteger();

    SessionTokens(SigningKeys keys, String issuer, Duration lifetime, Clock clock) {
        this(keys, new ClaimRules(issuer, ACCESS, lifetime, clock));
    }

    SessionTokens(SigningKeys keys, ClaimRules rules) {
        this.signed = new SignedClaims(keys);
        this.rules = rules;
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(rules.lifetime())
                .build();
    }

    /**
     * Whom a token speaks for.
     *
     * @param version the account's token version at the time of signing
     * @param secondFactorAt when its bearer last showed a second factor, in whole seconds; null for never
     */
    public record Claim(
            String accountId,
            int version,
            String sessionId,
            @Nullable Instant secondFactorAt) {
        public Claim(String accountId, int version, String sessionId) {
            this(accountId, version, sessionId, null);
        }
    }

    public Duration lifetime() {
        return rules.lifetime();
    }

    /** May block. */
    public String issue(Claim claim) {
        JWTClaimsSet.Builder claims =
                rules.begin(claim.accountId(), claim.version()).claim("sid", claim.sessionId());
        if (claim.secondFactorAt() != null) {
            claims.claim(SECOND_FACTOR_AT, Date.from(claim.secondFactorAt()));
        }
        return signed.sign(claims.build());
    }

    /** True when {@link #verify} will answer from memory, without blocking. */
    boolean isRemembered(String bearer) {
        return verified.getIfPresent(bearer) != null;
    }

    /** Empty when anything about the token is not right. May block. */
    public Optional<Claim> verify(String bearer) {
        try {
            JWTClaimsSet known = verified.getIfPresent(bearer);
            if (known != null) {
                return claim(known);
            }
            int before = forgotten.get();
            Optional<JWTClaimsSet> claims = signed.verified(bearer);
            if (claims.isEmpty()) {
                return Optional.empty();
            }
            verified.put(bearer, claims.get());
            if (forgotten.get() != before) {
                verified.invalidate(bearer);
            }
            return claim(claims.get());
        } catch (ParseException malformed) {
            return Optional.empty();
        }
    }

    /** Has signatures checked again; the keys are other ones. */
    void forget() {
        forgotten.incrementAndGet();
        verified.invalidateAll();
    }

    private Optional<Claim> claim(JWTClaimsSet claims) throws ParseException {
        String session = claims.getStringClaim("sid");
        Date secondFactorAt = claims.getDateClaim(SECOND_FACTOR_AT);
        if (!rules.hold(claims) || !ClaimRules.isId(session)) {
            return Optional.empty();
        }
        return Optional.of(new Claim(
                claims.getSubject(),
                claims.getIntegerClaim("ver"),
                session,
                secondFactorAt == null ? null : secondFactorAt.toInstant()));
    }
}
