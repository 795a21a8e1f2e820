package dev.kiwi.projection.leaderboard.cheater;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stems that differ by a letter or two, on one board (leaderboards.md 16.6, step 2). */
final class StemMerge {
    private static final int LARGEST_BLOCK = 300;

    private final Stems stems;
    private final int maxEdit;

    /** @param maxEdit 0 keeps all stems apart */
    StemMerge(Stems stems, int maxEdit) {
        this.stems = stems;
        this.maxEdit = maxEdit;
    }

    private record Block(char first, int length) {}

    /** Of each stem the one that stands for it: the first by letters of those it belongs to. */
    Map<Integer, Integer> canonical(Collection<Integer> given) {
        List<Integer> sorted =
                given.stream().sorted(Comparator.comparing(stems::text)).toList();
        Groups groups = new Groups(sorted.size());
        if (maxEdit > 0) {
            unite(sorted, groups);
        }
        Map<Integer, Integer> canonical = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            canonical.put(sorted.get(i), sorted.get(groups.find(i)));
        }
        return canonical;
    }

    private void unite(List<Integer> sorted, Groups groups) {
        Map<Block, List<Integer>> blocks = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            String text = stems.text(sorted.get(i));
            blocks.computeIfAbsent(new Block(text.charAt(0), text.length()), key -> new ArrayList<>())
                    .add(i);
        }
        blocks.forEach((block, own) -> {
            List<Integer> near = new ArrayList<>(own);
            near.addAll(blocks.getOrDefault(new Block(block.first, block.length + 1), List.of()));
            if (near.size() <= LARGEST_BLOCK) {
                for (int a = 0; a < own.size(); a++) {
                    for (int b = a + 1; b < near.size(); b++) {
                        uniteIfClose(own.get(a), near.get(b), sorted, groups);
                    }
                }
            }
        });
    }

    private void uniteIfClose(int a, int b, List<Integer> sorted, Groups groups) {
        if (EditDistance.isWithin(stems.text(sorted.get(a)), stems.text(sorted.get(b)), maxEdit)) {
            groups.unite(a, b);
        }
    }
}
