package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.leaderboard.CheaterReport.ClusterBoard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Accounts whose scores rise by the same amounts in the same hours (leaderboards.md 16.7). */
final class CoMovement {
    private final CheaterSettings.Movement settings;
    private final Stems stems;
    private final Names names;
    private final List<Group> groups = new ArrayList<>();

    CoMovement(CheaterSettings.Movement settings, Stems stems, Names names) {
        this.settings = settings;
        this.stems = stems;
        this.names = names;
    }

    /** @param hours slots in which at least two of the members gained alike */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Group(AnalysedBoard board, int[] players, int hours, double gain) {}

    /** @param players the board's candidates, as the gains count them */
    void look(AnalysedBoard board, int[] players, Gains gains) {
        int m = players.length;
        int[] active = new int[m];
        int[] together = new int[m * m];
        for (int[] cell : gains.cells()) {
            for (int i = 0; i < cell.length; i++) {
                active[cell[i]]++;
                for (int j = i + 1; j < cell.length; j++) {
                    together[cell[i] * m + cell[j]]++;
                }
            }
        }
        BitSet[] links = links(active, together, m);
        for (int[] members : Groups.dense(links, settings.minDensity(), settings.minGroup(), order(players))) {
            groups.add(group(board, players, members, gains));
        }
    }

    private BitSet[] links(int[] active, int[] together, int m) {
        BitSet[] links = new BitSet[m];
        Arrays.setAll(links, i -> new BitSet());
        for (int i = 0; i < m; i++) {
            for (int j = i + 1; j < m; j++) {
                int hours = together[i * m + j];
                if (hours >= settings.minHours()
                        && hours / (double) Math.min(active[i], active[j]) >= settings.minRatio()) {
                    links[i].set(j);
                    links[j].set(i);
                }
            }
        }
        return links;
    }

    private int[] order(int[] players) {
        int[] order = new int[players.length];
        Integer[] byName = new Integer[players.length];
        Arrays.setAll(byName, i -> i);
        Arrays.sort(byName, (a, b) -> names.of(players[a]).compareTo(names.of(players[b])));
        for (int place = 0; place < byName.length; place++) {
            order[byName[place]] = place;
        }
        return order;
    }

    private Group group(AnalysedBoard board, int[] players, int[] members, Gains gains) {
        BitSet inside = new BitSet();
        Arrays.stream(members).forEach(inside::set);
        int hours = (int) gains.cells().stream()
                .filter(cell -> Arrays.stream(cell).filter(inside::get).count() >= 2)
                .count();
        double gain = Arrays.stream(members).mapToDouble(gains::total).average().orElse(0);
        return new Group(board, Arrays.stream(members).map(c -> players[c]).toArray(), hours, gain);
    }

    /** One item a board, however many of the groups are on it. */
    private List<ClusterBoard> items(List<Group> groups) {
        Map<Integer, List<Group>> byBoard = new LinkedHashMap<>();
        for (Group group : groups) {
            byBoard.computeIfAbsent(group.board.uuid(), key -> new ArrayList<>())
                    .add(group);
        }
        return byBoard.values().stream().map(this::item).toList();
    }

    private ClusterBoard item(List<Group> ofOneBoard) {
        AnalysedBoard board = ofOneBoard.getFirst().board;
        int[] players = players(ofOneBoard);
        return new ClusterBoard(
                board.uuid(),
                board.name(),
                board.category(),
                board.contestType(),
                players.length,
                names.texts(players),
                null,
                null,
                null,
                null,
                null,
                hours(ofOneBoard),
                Numbers.bare(gain(ofOneBoard)));
    }

    private int[] players(List<Group> groups) {
        return names.sorted(groups.stream()
                .flatMapToInt(group -> Arrays.stream(group.players))
                .distinct()
                .toArray());
    }

    private static int hours(List<Group> groups) {
        return groups.stream().mapToInt(Group::hours).max().orElse(0);
    }

    private static double gain(List<Group> groups) {
        return groups.stream().mapToDouble(Group::gain).average().orElse(0);
    }

    List<Producer> producers() {
        Groups merged = new Groups(groups.size());
        Map<Integer, Integer> firstOf = new HashMap<>();
        for (int g = 0; g < groups.size(); g++) {
            for (int player : groups.get(g).players) {
                Integer first = firstOf.putIfAbsent(player, g);
                if (first != null) {
                    merged.unite(first, g);
                }
            }
        }
        Collection<List<Integer>> together = merged.all();
        return together.stream()
                .map(numbers -> producer(numbers.stream().map(groups::get).toList()))
                .toList();
    }

    private Producer producer(List<Group> found) {
        int[] players = players(found);
        List<ClusterBoard> boards = items(found);
        int n = players.length;
        int hours = hours(found);
        double gain = gain(found);
        boolean alike = stems.areAlike(players);
        String stem = alike ? String.valueOf(stems.commonest(players)) : "";
        double matching = hours < settings.minHours() ? 0 : 1 - Math.pow(0.6, hours - settings.minHours() + 1);
        double size = 1 - Math.pow(0.5, n - 1);
        double confidence = Math.min(0.97, 0.5 + 0.47 * (0.6 * matching + 0.4 * size) + (alike ? 0.08 : 0));
        Map<String, @Nullable Object> measured = new LinkedHashMap<>();
        measured.put("matching_hours", hours);
        measured.put("group_size", n);
        measured.put("board_count", boards.size());
        measured.put("avg_hourly_gain", Numbers.bare(gain));
        measured.put("name_corroborated", alike);
        measured.put("name_stem", alike ? stem : null);
        measured.put("matching_term", Numbers.rounded(matching, 3));
        measured.put("size_term", Numbers.rounded(size, 3));
        measured.put("ceiling", 0.97);
        String summary = String.format(
                Locale.ROOT,
                "%d accounts gained the same, within %.1f %%, in up to %d hours of this week on %d boards;"
                        + " %d common hours are enough.",
                n,
                100 * settings.tolerance(),
                hours,
                boards.size(),
                settings.minHours());
        return new Producer(
                Producer.MOVEMENT,
                alike ? Producer.BOTH : Producer.MOVEMENT,
                stem,
                alike ? stem + "*" : names.of(players[0]) + " +" + (n - 1),
                players,
                boards,
                Numbers.rounded(confidence, 3),
                summary,
                measured);
    }
}
