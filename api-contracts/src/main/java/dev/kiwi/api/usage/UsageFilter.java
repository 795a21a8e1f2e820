package dev.kiwi.api.usage;

import org.jspecify.annotations.Nullable;

/** Whose requests are asked for, and with which status; null means any. */
public record UsageFilter(
        @Nullable String userId,
        @Nullable String tokenId,
        @Nullable Integer statusCode) {
    public static final UsageFilter ALL = new UsageFilter(null, null, null);

    public static UsageFilter ofAccount(String accountId) {
        return new UsageFilter(accountId, null, null);
    }

    public static UsageFilter ofToken(String tokenId) {
        return new UsageFilter(null, tokenId, null);
    }

    /** The same filter for one status. @param wanted null for any */
    public UsageFilter withStatus(@Nullable Integer wanted) {
        return new UsageFilter(userId, tokenId, wanted);
    }
}
