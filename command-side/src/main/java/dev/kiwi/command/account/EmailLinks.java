package dev.kiwi.command.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.EmailLink;
import dev.kiwi.api.account.EmailLinkPurpose;
import dev.kiwi.api.account.MakeEmailLink;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Links in mails: JWTs with HS256, nothing else, that say whom they were made for, what for, and until when
 * (platform.md 3.7). They are never stored: a link is made when its mail is sent.
 */
public final class EmailLinks {
    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;
    private static final String PROOF = "fp";
    private static final String NEW_EMAIL = "new";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    private final SecretKey key;
    private final Clock clock;
    private final Duration verification;
    private final Duration passwordReset;

    /** @param verification for how long the links are good that verify an address, also a new one */
    EmailLinks(SecretKey key, Clock clock, Duration verification, Duration passwordReset) {
        this.key = key;
        this.clock = clock;
        this.verification = verification;
        this.passwordReset = passwordReset;
    }

    /**
     * What a link is made of besides its order.
     *
     * @param email null once the account's key is destroyed
     * @param emailProof what a link to another address rests on
     */
    record Holder(
            @Nullable String email,
            @Nullable String emailProof,
            @Nullable String passwordHash,
            boolean bounced) {
        @Override
        public String toString() {
            return "Holder[hidden]";
        }
    }

    /**
     * What a good link says.
     *
     * @param proof fingerprint of what the link replaces; empty for {@link EmailLinkPurpose#VERIFY}
     * @param newEmail null where the link holds none
     */
    public record Opened(
            String accountId, String proof, @Nullable EmailAddress newEmail) {}

    EmailLink make(MakeEmailLink command, Holder holder) {
        String email = holder.email();
        EmailAddress newEmail = command.newEmail();
        if (email == null) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no such account.");
        }
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject(command.accountId())
                .claim("type", command.purpose().type())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime(command.purpose()))));
        String recipient = email;
        switch (command.purpose()) {
            case VERIFY -> {}
            case RESET_PASSWORD -> claims.claim(PROOF, Fingerprint.of(holder.passwordHash()));
            case CHANGE_EMAIL -> {
                if (newEmail == null) {
                    throw new IllegalArgumentException("A link to change the address needs the new one");
                }
                recipient = newEmail.text();
                claims.claim(PROOF, Fingerprint.of(holder.emailProof())).claim(NEW_EMAIL, recipient);
            }
        }
        return new EmailLink(command.purpose().path() + "?token=" + sign(claims.build()), recipient, holder.bounced());
    }

    private Duration lifetime(EmailLinkPurpose purpose) {
        return purpose == EmailLinkPurpose.RESET_PASSWORD ? passwordReset : verification;
    }

    private String sign(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(new JWSHeader(ALGORITHM), claims);
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("Could not sign a link", e);
        }
        return token.serialize();
    }

    /** Empty when anything about the token is not right, or it is for something else. */
    public Optional<Opened> open(String token, EmailLinkPurpose purpose) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            // The algorithm is ours to choose, never the token's.
            boolean ours = ALGORITHM.equals(jwt.getHeader().getAlgorithm()) && jwt.verify(new MACVerifier(key));
            return ours ? opened(jwt.getJWTClaimsSet(), purpose) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Optional<Opened> opened(JWTClaimsSet claims, EmailLinkPurpose purpose) throws ParseException {
        String account = claims.getSubject();
        Date until = claims.getExpirationTime();
        String proof = claims.getStringClaim(PROOF);
        String newEmail = claims.getStringClaim(NEW_EMAIL);
        boolean right = purpose.type().equals(claims.getStringClaim("type"))
                && account != null
                && ID.matcher(account).matches()
                && until != null
                && until.toInstant().isAfter(clock.instant())
                && (proof != null || purpose == EmailLinkPurpose.VERIFY);
        return right
                ? Optional.of(new Opened(
                        account,
                        proof == null ? "" : proof,
                        newEmail == null ? null : EmailAddress.parse(newEmail).orElse(null)))
                : Optional.empty();
    }
}
