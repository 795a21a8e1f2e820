package dev.kiwi.query.activity;

import dev.kiwi.api.formats.leaderbot.ParsedBoard;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** activity.md A1 to A3 word by word, by maps of names. */
final class Recount {
    private final TreeMap<Long, Map<Integer, Map<String, Double>>> captures = new TreeMap<>();

    void capture(long anchor, String dump) {
        ParsedCapture parsed = Activity.parse(dump);
        Map<Integer, Map<String, Double>> boards = new HashMap<>();
        for (ParsedBoard board : parsed.boards()) {
            Map<String, Double> scores = new HashMap<>();
            for (int row = 0; row < board.size(); row++) {
                scores.putIfAbsent(parsed.name(board.player(row)).toLowerCase(Locale.ROOT), board.score(row));
            }
            boards.put(board.uuid(), scores);
        }
        captures.put(anchor, boards);
    }

    List<Long> anchors() {
        return new ArrayList<>(captures.keySet());
    }

    /** By window end; a gap has none. */
    TreeMap<Long, Set<String>> windows() {
        TreeMap<Long, Set<String>> windows = new TreeMap<>();
        List<Double> spacings = new ArrayList<>();
        Long early = null;
        for (long late : captures.keySet()) {
            if (early != null) {
                double hours = (late - early) / 3600.0;
                spacings.add(hours);
                if (hours <= Math.max(1.5, 1.9 * median(spacings))) {
                    windows.put(late, active(captures.get(early), captures.get(late)));
                }
            }
            early = late;
        }
        return windows;
    }

    /** Those that are no gaps by all that is known by now. */
    private TreeMap<Long, Set<String>> measured() {
        TreeMap<Long, Set<String>> measured = windows();
        List<Double> spacings = new ArrayList<>();
        captures.keySet().forEach(late -> {
            Long early = captures.lowerKey(late);
            if (early != null) {
                spacings.add((late - early) / 3600.0);
            }
        });
        double longest = Math.max(1.5, 1.9 * median(spacings));
        measured.keySet().removeIf(late -> (late - captures.lowerKey(late)) / 3600.0 > longest);
        return measured;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static Set<String> active(Map<Integer, Map<String, Double>> early, Map<Integer, Map<String, Double>> late) {
        Set<String> active = new HashSet<>();
        late.forEach((uuid, scores) -> {
            Map<String, Double> before = early.getOrDefault(uuid, Map.of());
            if (!before.isEmpty() && uuid != 1100 && uuid != 21012) {
                scores.forEach((name, score) -> {
                    if (score > before.getOrDefault(name, 0.0)) {
                        active.add(name);
                    }
                });
            }
        });
        return active;
    }

    /** Distinct players of the windows that end in the last {@code seconds} before the newest capture. */
    int distinct(long seconds) {
        long late = captures.lastKey();
        Long early = captures.floorKey(late - seconds);
        long start = early == null ? captures.firstKey() : early;
        Set<String> all = new HashSet<>();
        measured().subMap(start, false, late, true).values().forEach(all::addAll);
        return all.size();
    }
}
