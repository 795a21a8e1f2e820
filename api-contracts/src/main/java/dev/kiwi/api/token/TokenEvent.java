package dev.kiwi.api.token;

import dev.kiwi.api.kernel.Confidential;
import dev.kiwi.api.kernel.DataSubject;
import dev.kiwi.api.kernel.EventType;
import dev.kiwi.api.kernel.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to an API token. */
public sealed interface TokenEvent {
    /** 24 lower-case hex digits. */
    String tokenId();

    /**
     * @param prefix what lists show: {@code kiwi_} and the first eight characters
     * @param hash SHA-256 of the whole text, lower-case hex
     * @param scopes mask; 0 for all
     * @param allowedIps canonical addresses and networks; empty for no restriction
     * @param expiresAt null for never
     */
    @EventType(name = "token.TokenMinted")
    record TokenMinted(
            String tokenId,
            @DataSubject String accountId,
            String name,
            String prefix,
            @Confidential String hash,
            long scopes,
            @Confidential @PersonalData @Nullable List<String> allowedIps,
            Instant mintedAt,
            @Nullable Instant expiresAt)
            implements TokenEvent {}

    /**
     * The name or the allowlist is another one.
     *
     * @param allowedIps canonical addresses and networks; empty for no restriction
     */
    @EventType(name = "token.TokenEdited")
    record TokenEdited(
            String tokenId,
            @DataSubject String accountId,
            String name,
            @Confidential @PersonalData @Nullable List<String> allowedIps,
            Instant editedAt)
            implements TokenEvent {}

    /** Refused at use until it is enabled again. */
    @EventType(name = "token.TokenDisabled")
    record TokenDisabled(String tokenId, Instant disabledAt) implements TokenEvent {}

    @EventType(name = "token.TokenEnabled")
    record TokenEnabled(String tokenId, Instant enabledAt) implements TokenEvent {}

    /**
     * The secret is another one; everything else stays.
     *
     * @param hash SHA-256 of the new text, lower-case hex
     * @param oldSecretUntil when the old secret dies; null when it died at once
     */
    @EventType(name = "token.TokenRotated")
    record TokenRotated(
            String tokenId,
            String accountId,
            String prefix,
            @Confidential String hash,
            @Nullable Instant oldSecretUntil,
            Instant rotatedAt)
            implements TokenEvent {}

    /** The overlap of a rotation is over. */
    @EventType(name = "token.OldSecretRetired")
    record OldSecretRetired(String tokenId, Instant retiredAt) implements TokenEvent {}

    /** The owner is told that it ends soon; once per secret. */
    @EventType(name = "token.ExpiryWarned")
    record ExpiryWarned(String tokenId, String accountId, int daysLeft, Instant warnedAt) implements TokenEvent {}

    /**
     * Its secret was found in public; it is revoked with the same commit and the owner is told.
     *
     * @param source who found it, for example {@code github}
     */
    @EventType(name = "token.TokenLeaked")
    record TokenLeaked(String tokenId, String accountId, String source, Instant reportedAt) implements TokenEvent {}

    @EventType(name = "token.TokenRevoked")
    record TokenRevoked(String tokenId, String reason, Instant revokedAt) implements TokenEvent {}
}
