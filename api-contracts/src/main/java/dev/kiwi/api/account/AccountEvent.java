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

    /** @param tokenVersion the new version; session tokens of older ones are void */
    @EventType(name = "account.PasswordReplaced")
    record PasswordReplaced(
            @DataSubject String accountId,
            @Confidential @PersonalData @Nullable String passwordHash,
            int tokenVersion,
            Instant replacedAt)
            implements AccountEvent {}

    /** The account is gone and its key is destroyed; the address may sign up again. */
    @EventType(name = "account.AccountErased")
    record AccountErased(String accountId, Instant erasedAt) implements AccountEvent {}
}
