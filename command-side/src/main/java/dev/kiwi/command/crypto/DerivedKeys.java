package dev.kiwi.command.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** Sub-keys of the root secret by HKDF-SHA256; each purpose has its own, so that none can stand in for another. */
public final class DerivedKeys {
    private final byte[] secret;

    public DerivedKeys(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** 256 bits that wrap the keys of data subjects. */
    public SecretKey subjectKeyWrapping() {
        return derive("AES", "kiwi/subject-keys/1");
    }

    /** 256 bits that sign seals of the hash chain. */
    public SecretKey chainSeals() {
        return derive("HmacSHA256", "kiwi/chain-seals/1");
    }

    /** 256 bits that name email addresses in the table of claims. */
    public SecretKey emailClaims() {
        return derive("HmacSHA256", "kiwi/email-claims/1");
    }

    /** 256 bits that name GitHub accounts in the table of claims. */
    public SecretKey githubClaims() {
        return derive("HmacSHA256", "kiwi/github-claims/1");
    }

    /** 256 bits that name clients' addresses in the index of the history. */
    public SecretKey addressFingerprints() {
        return derive("HmacSHA256", "kiwi/address-fingerprints/1");
    }

    /** 256 bits that wrap the key pairs which sign session tokens. */
    public SecretKey signingKeyWrapping() {
        return derive("AES", "kiwi/signing-keys/1");
    }

    /** 256 bits that sign the links in mails. */
    public SecretKey emailLinks() {
        return derive("HmacSHA256", "kiwi/email-links/1");
    }

    /**
     * 256 bits that sign what is posted to a webhook.
     *
     * @param version counts the webhook's rotations
     */
    public SecretKey webhookSecret(String webhookId, int version) {
        return derive("HmacSHA256", "kiwi/webhook-secrets/1/" + webhookId + "/" + version);
    }

    /** 256 bits that name people and players in the claims of site users. */
    public SecretKey siteUserClaims() {
        return derive("HmacSHA256", "kiwi/site-user-claims/1");
    }

    /** 256 bits that seal what waits in Redis for a sign-in at a provider to go on. */
    public SecretKey oneTimeSecrets() {
        return derive("AES", "kiwi/one-time-secrets/1");
    }

    /** 256 bits from which the winner of one giveaway is drawn, and which are published afterwards. */
    public SecretKey giveawaySeed(String giveawayId) {
        return derive("HmacSHA256", "kiwi/giveaway-seeds/1/" + giveawayId);
    }

    /** 256 bits that make the tickets by which entries are known in public. */
    public SecretKey giveawayTickets() {
        return derive("HmacSHA256", "kiwi/giveaway-tickets/1");
    }

    /** 256 bits that tell whether a drawer has a prize code already. */
    public SecretKey prizeCodeHashes() {
        return derive("HmacSHA256", "kiwi/prize-code-hashes/1");
    }

    private SecretKey derive(String algorithm, String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(secret)
                    .addSalt("kiwi".getBytes(StandardCharsets.UTF_8))
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), 32);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot derive keys by HKDF-SHA256", e);
        }
    }
}
