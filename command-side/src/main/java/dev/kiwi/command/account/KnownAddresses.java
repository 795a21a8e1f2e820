package dev.kiwi.command.account;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.Claims;
import java.util.Optional;

/** Whose an address is, by the committed truth. Blocks. */
public final class KnownAddresses {
    private final Claims claims;
    private final EmailFingerprints fingerprints;

    public KnownAddresses(Claims claims, EmailFingerprints fingerprints) {
        this.claims = claims;
        this.fingerprints = fingerprints;
    }

    /** Id of the account that has the address. */
    public Optional<String> holder(EmailAddress email) {
        return Optional.ofNullable(AccountClaims.holder(claims, fingerprints.of(email)))
                .map(key -> key.substring(key.indexOf(':') + 1));
    }

    /** @throws Refusal {@code email_taken} when an account has the address */
    public void requireFree(EmailAddress email) {
        Refusal.ifViolated(new EmailIsFree(fingerprints.of(email), claims));
    }
}
