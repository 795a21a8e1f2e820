package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.leaderboard.CheaterReport.Cluster;
import dev.kiwi.api.leaderboard.CheaterReport.ClusterBoard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** One cluster out of what several methods found of the same accounts (leaderboards.md 16.9). */
final class Fusion {
    private static final double CEILING = 0.98;
    private static final Comparator<ClusterBoard> BY_CATEGORY = Comparator.comparing(
                    (ClusterBoard board) -> Lower.of(board.category()))
            .thenComparing(board -> Lower.of(board.name()));

    private final CheaterSettings settings;
    private final Diaries diaries;
    private final Stems stems;
    private final Names names;

    Fusion(CheaterSettings settings, Diaries diaries, Stems stems, Names names) {
        this.settings = settings;
        this.diaries = diaries;
        this.stems = stems;
        this.names = names;
    }

    /** @param producers movements, then schedules, then families of names */
    List<Cluster> clusters(List<Producer> producers) {
        Groups groups = new Groups(producers.size());
        Map<Integer, Integer> firstOf = new HashMap<>();
        for (int p = 0; p < producers.size(); p++) {
            for (int player : names.listed(producers.get(p).players())) {
                Integer first = firstOf.putIfAbsent(player, p);
                if (first != null) {
                    groups.unite(first, p);
                }
            }
        }
        return groups.all().stream()
                .map(numbers -> fused(numbers.stream().map(producers::get).toList()))
                .sorted(Comparator.comparingDouble(Cluster::confidence)
                        .thenComparing(Cluster::memberCount)
                        .reversed())
                .toList();
    }

    private Cluster fused(List<Producer> parts) {
        Producer base = parts.stream()
                .max(Comparator.<Producer>comparingInt(part -> part.players().length)
                        .thenComparing(Producer::confidence))
                .orElseThrow();
        int[] players = names.sorted(parts.stream()
                .flatMapToInt(part -> Arrays.stream(part.players()))
                .distinct()
                .toArray());
        List<String> signals = signals(parts, players);
        double best = parts.stream().mapToDouble(Producer::confidence).max().orElse(0);
        double confidence = Math.min(CEILING, best + settings.fusing().bonus() * (signals.size() - 1));
        String method = method(signals);
        String stem = base.stem();
        String label = base.label();
        String commonest = stems.commonest(players);
        if (commonest != null && (method.equals(Producer.BOTH) || method.equals(Producer.STEM))) {
            stem = commonest;
            label = commonest + "*";
        }
        List<String> members = names.texts(players);
        return new Cluster(
                stem,
                label,
                method,
                signals,
                players.length,
                members,
                members.size() < players.length,
                base.boards().size(),
                base.boards().stream().sorted(BY_CATEGORY).toList(),
                Numbers.rounded(confidence, 3),
                base.summary(),
                base.measurements());
    }

    private List<String> signals(List<Producer> parts, int[] players) {
        List<String> signals = new ArrayList<>();
        if (any(parts, part -> part.kind().equals(Producer.MOVEMENT))) {
            signals.add(Producer.MOVEMENT);
        }
        if (any(parts, part -> part.kind().equals(Producer.SCHEDULE))) {
            signals.add(Producer.SCHEDULE);
        }
        boolean named = any(
                parts,
                part -> part.kind().equals(Producer.STEM) || part.method().equals(Producer.BOTH));
        if (named || stems.areAlike(players)) {
            signals.add(Producer.STEM);
        }
        if (!signals.contains(Producer.SCHEDULE)
                && diaries.hourSimilarity(players) >= settings.schedule().minSimilarity()) {
            signals.add(Producer.SCHEDULE);
        }
        if (diaries.boardSimilarity(players) >= settings.fusing().footprint()) {
            signals.add("footprint");
        }
        return signals;
    }

    private static boolean any(List<Producer> parts, Predicate<Producer> is) {
        return parts.stream().anyMatch(is);
    }

    private static String method(List<String> signals) {
        boolean named = signals.contains(Producer.STEM);
        boolean moving = signals.contains(Producer.MOVEMENT);
        if (named && (moving || signals.contains(Producer.SCHEDULE))) {
            return Producer.BOTH;
        }
        if (named) {
            return Producer.STEM;
        }
        return moving ? Producer.MOVEMENT : Producer.SCHEDULE;
    }
}
