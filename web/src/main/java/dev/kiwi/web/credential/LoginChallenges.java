package dev.kiwi.web.credential;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The thread between the two steps of a login: a JWT that says whose password was right. It opens nothing by itself,
 * and ends after minutes or with the account's token version.
 */
public final class LoginChallenges {
    private static final String TYPE = "second_factor";
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final SignedClaims signed;
    private final ClaimRules rules;

    LoginChallenges(SigningKeys keys, String issuer, Clock clock) {
        this.signed = new SignedClaims(keys);
        this.rules = new ClaimRules(issuer, TYPE, LIFETIME, clock);
    }

    /** Whose password was right. @param version the account's token version then */
    public record Challenged(String accountId, int version) {}

    public Duration lifetime() {
        return rules.lifetime();
    }

    /** May block. */
    public String issue(Challenged challenged) {
        return signed.sign(
                rules.begin(challenged.accountId(), challenged.version()).build());
    }

    /** Empty when anything about the challenge is not right. May block. */
    public Optional<Challenged> verify(String text) {
        try {
            Optional<JWTClaimsSet> claims = signed.verified(text);
            return claims.isPresent() && rules.hold(claims.get())
                    ? Optional.of(new Challenged(
                            claims.get().getSubject(), claims.get().getIntegerClaim("ver")))
                    : Optional.empty();
        } catch (ParseException malformed) {
            return Optional.empty();
        }
    }
}
