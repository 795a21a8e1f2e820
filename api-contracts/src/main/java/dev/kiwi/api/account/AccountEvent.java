package dev.kiwi.api.account;

import dev.kiwi.api.kernel.Confidential;
import dev.kiwi.api.kernel.DataSubject;
import dev.kiwi.api.kernel.EventType;
import dev.kiwi.api.kernel.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to an account. */
public sealed interface AccountEvent {
    /** 24 lower-case hex digits. */
    String accountId();

    /**
     * @param emailFingerprint keyed hash under which the address is claimed
     * @param passwordHash Argon2id text
     */
    @EventType(name = "account.AccountRegistered")
    record AccountRegistered(
            @DataSubject String accountId,
            @PersonalData @Nullable String email,
            @Confidential @PersonalData @Nullable String emailFingerprint,
            @PersonalData @Nullable String displayName,
            @Confidential @PersonalData @Nullable String passwordHash,
            boolean verified,
            boolean superuser,
            Instant registeredAt)
            implements AccountEvent {}

    @EventType(name = "account.SuperuserGranted")
    record SuperuserGranted(String accountId, Instant grantedAt) implements AccountEvent {}

    /**
     * @param tokenVersion the new version; session tokens of older ones are void
     * @param cause {@link PasswordCause#text()}
     */
    @EventType(name = "account.PasswordReplaced", revision = "2")
    record PasswordReplaced(
            @DataSubject String accountId,
            @Confidential @PersonalData @Nullable String passwordHash,
            int tokenVersion,
            String cause,
            Instant replacedAt)
            implements AccountEvent {}

    /** A mail with a verification link is due: after the sign-up, and whenever it is asked for again. */
    @EventType(name = "account.VerificationRequested")
    record VerificationRequested(String accountId, Instant requestedAt) implements AccountEvent {}

    @EventType(name = "account.EmailVerified")
    record EmailVerified(String accountId, Instant verifiedAt) implements AccountEvent {}

    /** A mail with a link to choose a new password is due. */
    @EventType(name = "account.PasswordResetRequested")
    record PasswordResetRequested(String accountId, Instant requestedAt) implements AccountEvent {}

    /** A mail with a confirmation link is due, to the new address. Nothing has changed yet. */
    @EventType(name = "account.EmailChangeRequested")
    record EmailChangeRequested(
            @DataSubject String accountId,
            @PersonalData @Nullable String newEmail,
            Instant requestedAt) implements AccountEvent {}

    /**
     * The new address is confirmed, which verifies the account.
     *
     * @param emailFingerprint keyed hash under which the new address is claimed
     * @param tokenVersion the new version; session tokens of older ones are void
     */
    @EventType(name = "account.EmailChanged")
    record EmailChanged(
            @DataSubject String accountId,
            @PersonalData @Nullable String oldEmail,
            @PersonalData @Nullable String newEmail,
            @Confidential @PersonalData @Nullable String emailFingerprint,
            int tokenVersion,
            Instant changedAt)
            implements AccountEvent {}

    /** @param displayName null when the account has none, or once its key is destroyed */
    @EventType(name = "account.ProfileChanged")
    record ProfileChanged(
            @DataSubject String accountId,
            @PersonalData @Nullable String displayName,
            Instant changedAt) implements AccountEvent {}

    /**
     * The owner has logged out everywhere.
     *
     * @param tokenVersion the new version; session tokens of older ones are void
     */
    @EventType(name = "account.SessionsVoided")
    record SessionsVoided(String accountId, int tokenVersion, Instant voidedAt) implements AccountEvent {}

    /** Mail to the account's address is refused for good: none is sent until the address is confirmed again. */
    @EventType(name = "account.EmailBounced")
    record EmailBounced(String accountId, Instant bouncedAt) implements AccountEvent {}

    /**
     * Whoever logs in at GitHub with that account logs in to this one; its address is verified by that.
     *
     * @param githubId decimal digits
     * @param githubFingerprint keyed hash under which the GitHub account is claimed
     * @param registered true when the account was made for it a moment ago, which is no news to its owner
     */
    @EventType(name = "account.GithubLinked", revision = "2")
    record GithubLinked(
            @DataSubject String accountId,
            @PersonalData @Nullable String githubId,
            @Confidential @PersonalData @Nullable String githubFingerprint,
            boolean registered,
            Instant linkedAt)
            implements AccountEvent {}

    /** A login with the password now needs a code of the owner's authenticator, or another second factor, too. */
    @EventType(name = "account.SecondFactorEnabled")
    record SecondFactorEnabled(String accountId, Instant enabledAt) implements AccountEvent {}

    @EventType(name = "account.SecondFactorDisabled")
    record SecondFactorDisabled(String accountId, Instant disabledAt) implements AccountEvent {}

    /** New recovery codes were shown; older ones are dead. */
    @EventType(name = "account.RecoveryCodesMade")
    record RecoveryCodesMade(String accountId, int count, Instant madeAt) implements AccountEvent {}

    /** @param left recovery codes that have not been used */
    @EventType(name = "account.RecoveryCodeUsed")
    record RecoveryCodeUsed(String accountId, int left, Instant usedAt) implements AccountEvent {}

    /**
     * A passkey opens the account from now on, and a login with the password needs a second factor.
     *
     * @param passkeyId 24 lower-case hex digits
     * @param credentialHash SHA-256 of the credential's id, under which it is claimed
     * @param synced whether its provider keeps a copy of it, for other devices
     */
    @EventType(name = "account.PasskeyAdded")
    record PasskeyAdded(
            @DataSubject String accountId,
            String passkeyId,
            @Confidential String credentialHash,
            @PersonalData @Nullable String name,
            boolean synced,
            Instant addedAt)
            implements AccountEvent {}

    @EventType(name = "account.PasskeyRenamed")
    record PasskeyRenamed(
            @DataSubject String accountId,
            String passkeyId,
            @PersonalData @Nullable String name,
            Instant renamedAt) implements AccountEvent {}

    /** @param purpose {@link PasskeyPurpose#text()} */
    @EventType(name = "account.PasskeyUsed")
    record PasskeyUsed(String accountId, String passkeyId, String purpose, boolean synced, Instant usedAt)
            implements AccountEvent {}

    @EventType(name = "account.PasskeyRemoved")
    record PasskeyRemoved(String accountId, String passkeyId, Instant removedAt) implements AccountEvent {}

    /**
     * A good signature came with a counter that was not above the last one: somebody may have a copy of the key. It was
     * refused.
     */
    @EventType(name = "account.PasskeyCounterWentBack")
    record PasskeyCounterWentBack(
            String accountId, String passkeyId, long lastCount, long presentedCount, Instant presentedAt)
            implements AccountEvent {}

    /** The account is gone and its key is destroyed; the address may sign up again. */
    @EventType(name = "account.AccountErased")
    record AccountErased(String accountId, Instant erasedAt) implements AccountEvent {}
}
