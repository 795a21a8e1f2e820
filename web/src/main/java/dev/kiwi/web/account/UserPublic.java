package dev.kiwi.web.account;

import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.account.RegisterAccount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as its owner sees it (platform.md 3.1). */
record UserPublic(
        String id,
        @Nullable String email,
        @Nullable String displayName,
        boolean isActive,
        boolean isVerified,
        boolean isSuperuser,
        List<String> roles,
        Instant createdAt,
        @Nullable Instant lastLoginAt) {

    /** A new account. */
    static UserPublic of(RegisterAccount account, Instant registeredAt) {
        return new UserPublic(
                account.accountId(),
                account.email().text(),
                account.displayName(),
                true,
                account.verified(),
                account.superuser(),
                List.of(),
                registeredAt,
                null);
    }

    static UserPublic of(AccountView account) {
        return new UserPublic(
                account.id(),
                account.email(),
                account.displayName(),
                account.active(),
                account.verified(),
                account.superuser(),
                account.roles(),
                account.createdAt(),
                account.lastLoginAt());
    }

    /** The same account with the name that a command has just decided. */
    UserPublic named(@Nullable String decided) {
        return new UserPublic(id, email, decided, isActive, isVerified, isSuperuser, roles, createdAt, lastLoginAt);
    }
}
