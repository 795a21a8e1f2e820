package dev.kiwi.projection.leaderboard.cheater;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Players as people read them; lists of them are sorted, and cut where a cluster is very large. */
final class Names {
    private static final int LISTED = 60;

    private final @Nullable String[] names;

    Names(@Nullable String[] names) {
        this.names = names;
    }

    String of(int player) {
        String name = names[player];
        return name == null ? "" : name;
    }

    /** By name; a new array. */
    int[] sorted(int[] players) {
        return Arrays.stream(players)
                .boxed()
                .sorted(Comparator.comparing(this::of))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** @param sorted as {@link #sorted} gives them */
    int[] listed(int[] sorted) {
        return sorted.length > LISTED ? Arrays.copyOf(sorted, LISTED) : sorted;
    }

    List<String> texts(int[] sorted) {
        return Arrays.stream(listed(sorted)).mapToObj(this::of).toList();
    }
}
