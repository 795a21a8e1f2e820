package dev.kiwi.api.token;

import java.util.Arrays;
import java.util.List;

/** A token's scopes as a bit field (platform.md 7); 0 grants all, also scopes that are added later. */
public final class ScopeMask {
    public static final long ALL = 0;
    /** Every assigned bit: 32 767. */
    public static final long KNOWN =
            Arrays.stream(Scope.values()).mapToLong(Scope::value).reduce(0, (a, b) -> a | b);

    private ScopeMask() {}

    /** True for 0 and for non-negative masks of known bits only. */
    public static boolean valid(long mask) {
        return mask >= 0 && (mask & ~KNOWN) == 0;
    }

    /** True when the mask is 0, or the key is known and its bit is set. */
    public static boolean grants(long mask, String key) {
        return mask == ALL || Scope.of(key).filter(scope -> grants(mask, scope)).isPresent();
    }

    public static boolean grants(long mask, Scope scope) {
        return mask == ALL || (mask & scope.value()) != 0;
    }

    /** Keys of the set bits in registry order; empty for 0. */
    public static List<String> decode(long mask) {
        return Arrays.stream(Scope.values())
                .filter(scope -> (mask & scope.value()) != 0)
                .map(Scope::key)
                .toList();
    }
}
