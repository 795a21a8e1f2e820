package dev.kiwi.web.siteuser;

import dev.kiwi.api.siteuser.TroveClaimList.TroveClaim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of claims, oldest first.
 *
 * @param count of all that were asked for, on whatever page
 * @param nextCursor null unless there is more
 */
record TroveClaims(
        List<TroveClaim> items, long count, @Nullable String nextCursor, boolean hasMore) {
    /** @param found one more than is shown, if there is one */
    static TroveClaims page(List<TroveClaim> found, int limit, long count) {
        boolean more = found.size() > limit;
        List<TroveClaim> items = more ? found.subList(0, limit) : found;
        return new TroveClaims(items, count, more ? TroveClaimCursor.text(items.getLast()) : null, more);
    }
}
