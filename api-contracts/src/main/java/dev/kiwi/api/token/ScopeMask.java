package dev.kiwi.api.token;

import java.util.Arrays;
import java.util.List;

/** Bit field of {@link Scope}s; 0 stands for all, including ones added later (platform.md 7). */
public final class ScopeMask {
    private static final long KNOWN =
            Arrays.stream(Scope.values()).mapToLong(Scope::bit).reduce(0L, (a, b) -> a | b);

    private ScopeMask() {}

    public static boolean valid(long mask) {
        return (mask & ~KNOWN) == 0;
    }

    public static boolean grants(long mask, String key) {
        return mask == 0 || decode(mask).contains(key);
    }

    /** Keys of the set bits in registry order; empty for 0. */
    public static List<String> decode(long mask) {
        return Arrays.stream(Scope.values())
                .filter(scope -> (mask & scope.bit()) != 0)
                .map(Scope::key)
                .toList();
    }
}
