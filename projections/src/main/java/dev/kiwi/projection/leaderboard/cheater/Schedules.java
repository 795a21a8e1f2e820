package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.leaderboard.CheaterReport.ClusterBoard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Accounts that play in the same hours, on whatever boards (leaderboards.md 16.8b). */
final class Schedules {
    private static final int BUCKET_HOURS = 6;
    private static final int LARGEST_BUCKET = 40;
    private static final double NEVER_ASLEEP = 0.85;

    private final CheaterSettings settings;
    private final Diaries diaries;
    private final Names names;
    private final List<AnalysedBoard> boards;

    Schedules(CheaterSettings settings, Diaries diaries, Names names, List<AnalysedBoard> boards) {
        this.settings = settings;
        this.diaries = diaries;
        this.names = names;
        this.boards = boards;
    }

    /** @param anchors captures of the week */
    List<Producer> producers(int anchors) {
        int least = settings.schedule().minHours();
        if (least == 0) {
            return List.of();
        }
        int most = Math.max(6, (int) (anchors * NEVER_ASLEEP));
        Map<BitSet, List<Integer>> buckets = new LinkedHashMap<>();
        diaries.all().forEach((player, diary) -> {
            int active = diary.hours().cardinality();
            if (active >= least && active <= most) {
                BitSet coarse = new BitSet();
                diary.hours().stream().forEach(slot -> coarse.set(slot / BUCKET_HOURS));
                buckets.computeIfAbsent(coarse, key -> new ArrayList<>()).add(player);
            }
        });
        List<Producer> producers = new ArrayList<>();
        for (List<Integer> bucket : buckets.values()) {
            if (bucket.size() >= 2 && bucket.size() <= LARGEST_BUCKET) {
                look(names.sorted(bucket.stream().mapToInt(Integer::intValue).toArray()), producers);
            }
        }
        return producers;
    }

    private void look(int[] players, List<Producer> producers) {
        BitSet[] links = new BitSet[players.length];
        Arrays.setAll(links, i -> new BitSet());
        for (int i = 0; i < players.length; i++) {
            for (int j = i + 1; j < players.length; j++) {
                double similarity = Diaries.similarity(
                        diaries.of(players[i]).hours(), diaries.of(players[j]).hours());
                if (similarity >= settings.schedule().minSimilarity()) {
                    links[i].set(j);
                    links[j].set(i);
                }
            }
        }
        CheaterSettings.Movement movement = settings.movement();
        int[] order = IntStream.range(0, players.length).toArray();
        for (int[] members : Groups.dense(links, movement.minDensity(), movement.minGroup(), order)) {
            producers.add(producer(Arrays.stream(members).map(i -> players[i]).toArray()));
        }
    }

    private Producer producer(int[] players) {
        int n = players.length;
        double cohesion = diaries.hourSimilarity(players);
        double confidence = Math.min(0.85, 0.5 + 0.35 * (0.6 * cohesion + 0.4 * (1 - Math.pow(0.5, n - 1))));
        double hours = Arrays.stream(players)
                .map(player -> diaries.of(player).hours().cardinality())
                .average()
                .orElse(0);
        Map<String, @Nullable Object> measured = new LinkedHashMap<>();
        measured.put("group_size", n);
        measured.put("schedule_cohesion", Numbers.rounded(cohesion, 3));
        measured.put("avg_active_hours", Numbers.rounded(hours, 1));
        measured.put("ceiling", 0.85);
        String summary = String.format(
                Locale.ROOT,
                "%d accounts gained in the same hours of this week: %.1f hours each on average, of which any two share"
                        + " %.1f %%; %.1f %% is enough.",
                n,
                hours,
                100 * cohesion,
                100 * settings.schedule().minSimilarity());
        return new Producer(
                Producer.SCHEDULE,
                Producer.SCHEDULE,
                "",
                names.of(players[0]) + " +" + (n - 1),
                players,
                items(players),
                Numbers.rounded(confidence, 3),
                summary,
                measured);
    }

    /** The boards that any of them is a candidate of. */
    private List<ClusterBoard> items(int[] players) {
        BitSet places = new BitSet();
        Arrays.stream(players).forEach(player -> places.or(diaries.of(player).boards()));
        return places.stream()
                .mapToObj(place -> {
                    AnalysedBoard board = boards.get(place);
                    int[] there = Arrays.stream(players)
                            .filter(player -> diaries.of(player).boards().get(place))
                            .toArray();
                    return new ClusterBoard(
                            board.uuid(),
                            board.name(),
                            board.category(),
                            board.contestType(),
                            there.length,
                            names.texts(there),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);
                })
                .toList();
    }
}
