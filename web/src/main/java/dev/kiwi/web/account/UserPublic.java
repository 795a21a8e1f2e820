package dev.kiwi.web.account;

import dev.kiwi.api.account.AccountView;
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
}
