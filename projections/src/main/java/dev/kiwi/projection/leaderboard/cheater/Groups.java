package dev.kiwi.projection.leaderboard.cheater;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Things that were found to belong together, and everything that belongs to one of them (union-find). */
final class Groups {
    private final int[] parent;

    Groups(int size) {
        parent = new int[size];
        Arrays.setAll(parent, i -> i);
    }

    void unite(int a, int b) {
        int low = Math.min(find(a), find(b));
        int high = Math.max(find(a), find(b));
        parent[high] = low;
    }

    /** The smallest of those that belong together. */
    int find(int i) {
        int root = i;
        while (parent[root] != root) {
            root = parent[root];
        }
        while (parent[i] != root) {
            int next = parent[i];
            parent[i] = root;
            i = next;
        }
        return root;
    }

    /** Members ascending, groups by their smallest member; loners too. */
    Collection<List<Integer>> all() {
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            groups.computeIfAbsent(find(i), root -> new ArrayList<>()).add(i);
        }
        return groups.values();
    }

    /**
     * Connected parts of a graph, each without those whose links leave it thin (leaderboards.md 16.7, step 6).
     *
     * @param links of each thing; symmetric
     * @param order of names: of equally badly linked members the first one goes
     */
    static List<int[]> dense(BitSet[] links, double minDensity, int minSize, int[] order) {
        Groups groups = new Groups(links.length);
        for (int i = 0; i < links.length; i++) {
            int from = i;
            links[i].stream().forEach(to -> groups.unite(from, to));
        }
        List<int[]> dense = new ArrayList<>();
        for (List<Integer> members : groups.all()) {
            if (members.size() > 1) {
                int[] kept = tightened(members, links, minDensity, order);
                if (kept.length >= minSize) {
                    dense.add(kept);
                }
            }
        }
        return dense;
    }

    private static int[] tightened(List<Integer> members, BitSet[] links, double minDensity, int[] order) {
        BitSet left = new BitSet();
        members.forEach(left::set);
        int size = members.size();
        while (size > 2 && density(left, links, size) < minDensity) {
            int worst = -1;
            int fewest = Integer.MAX_VALUE;
            for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
                int inside = inside(left, links[i]);
                if (inside < fewest || inside == fewest && order[i] < order[worst]) {
                    worst = i;
                    fewest = inside;
                }
            }
            left.clear(worst);
            size--;
        }
        return left.stream().toArray();
    }

    private static double density(BitSet members, BitSet[] links, int size) {
        int ends = members.stream().map(i -> inside(members, links[i])).sum();
        return ends / (size * (size - 1.0));
    }

    private static int inside(BitSet members, BitSet links) {
        BitSet both = (BitSet) links.clone();
        both.and(members);
        return both.cardinality();
    }
}
