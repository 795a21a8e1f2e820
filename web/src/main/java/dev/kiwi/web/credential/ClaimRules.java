package dev.kiwi.web.credential;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What holds of the claims of all our tokens (platform.md 4.1): who made them and for whom, when they begin and end,
 * and what they are for, so that one kind cannot stand in for another.
 */
final class ClaimRules {
    // Nodes' clocks agree to about this.
    private static final Duration SKEW = Duration.ofSeconds(2);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    private final String issuer;
    private final String audience;
    private final @Nullable String kind;
    private final String type;
    private final Duration lifetime;
    private final Clock clock;

    /** For accounts. @param type what tokens of this kind are for */
    ClaimRules(String issuer, String type, Duration lifetime, Clock clock) {
        this(issuer, issuer, null, type, lifetime, clock);
    }

    /**
     * @param audience whom tokens are for
     * @param kind of people that tokens speak for; null for accounts, whose tokens do not have the claim
     */
    ClaimRules(String issuer, String audience, @Nullable String kind, String type, Duration lifetime, Clock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.kind = kind;
        this.type = type;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    Duration lifetime() {
        return lifetime;
    }

    /** Claims of a token that is made now; the caller adds its own. */
    JWTClaimsSet.Builder begin(String subject, int version) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject(subject)
                .claim("ver", version)
                .claim("type", type)
                .issuer(issuer)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)));
        return kind == null ? claims : claims.claim("kind", kind);
    }

    boolean hold(JWTClaimsSet claims) throws ParseException {
        Instant now = clock.instant();
        return type.equals(claims.getStringClaim("type"))
                && Objects.equals(kind, claims.getStringClaim("kind"))
                && issuer.equals(claims.getIssuer())
                && claims.getAudience().equals(List.of(audience))
                && isBefore(claims.getIssueTime(), now.plus(SKEW))
                && isAfter(claims.getExpirationTime(), now)
                && claims.getIntegerClaim("ver") != null
                && isId(claims.getSubject());
    }

    static boolean isId(@Nullable String text) {
        return text != null && ID.matcher(text).matches();
    }

    private static boolean isBefore(@Nullable Date time, Instant bound) {
        return time != null && time.toInstant().isBefore(bound);
    }

    private static boolean isAfter(@Nullable Date time, Instant bound) {
        return time != null && time.toInstant().isAfter(bound);
    }
}
