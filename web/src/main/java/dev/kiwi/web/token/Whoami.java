package dev.kiwi.web.token;

import dev.kiwi.api.token.Scope;
import dev.kiwi.api.token.ScopeMask;
import dev.kiwi.api.token.TokenView;
import dev.kiwi.web.gate.IpAllowlist;
import dev.kiwi.web.limit.BucketState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an API token is and may do.
 *
 * @param scopes mask; 0 for all
 * @param scopeNames every scope that it carries now, also when the mask is 0
 * @param createdAt unix seconds
 * @param expiresAt unix seconds; null for never
 */
record Whoami(
        String ownerId,
        String tokenId,
        String tokenName,
        String tokenPrefix,
        long scopes,
        List<String> scopeNames,
        long createdAt,
        @Nullable Long expiresAt,
        IpRule ipRule,
        List<Budget> limits) {
    /**
     * The token's allowlist as far as it concerns this request.
     *
     * @param entries 0 for no restriction
     * @param clientIp where the request came from, as Kiwi sees it
     */
    record IpRule(int entries, String clientIp, boolean matches) {}

    /**
     * One budget of the token.
     *
     * @param remaining requests that would still pass now
     * @param reset unix seconds; by then all of it is back
     */
    record Budget(String bucket, int limit, int windowSeconds, int remaining, long reset) {
        static Budget of(BucketState state, String tokenId) {
            String key = state.bucket().key();
            return new Budget(
                    key.substring(0, key.length() - tokenId.length() - 1),
                    state.bucket().limit().max(),
                    state.bucket().limit().windowSeconds(),
                    state.remaining(),
                    state.reset().getEpochSecond());
        }
    }

    static Whoami of(TokenView token, String clientIp, List<BucketState> budgets) {
        Instant end = token.expiresAt();
        return new Whoami(
                token.accountId(),
                token.id(),
                token.name(),
                token.prefix(),
                token.scopes(),
                Arrays.stream(Scope.values())
                        .filter(scope -> ScopeMask.grants(token.scopes(), scope))
                        .map(Scope::key)
                        .toList(),
                token.createdAt().getEpochSecond(),
                end == null ? null : end.getEpochSecond(),
                new IpRule(token.allowedIps().size(), clientIp, IpAllowlist.allows(token.allowedIps(), clientIp)),
                budgets.stream().map(state -> Budget.of(state, token.id())).toList());
    }
}
