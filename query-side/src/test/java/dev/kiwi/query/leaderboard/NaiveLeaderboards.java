package dev.kiwi.query.leaderboard;

import dev.kiwi.api.formats.leaderbot.ParsedBoard;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.api.leaderboard.GetEntries.Comparison;
import dev.kiwi.api.leaderboard.GetEntries.Entry;
import dev.kiwi.api.leaderboard.GetEntries.EntryPage;
import dev.kiwi.api.leaderboard.GetPlayerHistory.Placing;
import dev.kiwi.api.leaderboard.GetPlayerProfile.ProfileBoard;
import dev.kiwi.api.leaderboard.PlayerKey;
import dev.kiwi.api.leaderboard.ResetKinds;
import dev.kiwi.api.leaderboard.Score;
import dev.kiwi.api.leaderboard.TroveTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of leaderboards.md 5 and 10 on plain lists of rows; slow and obvious. */
final class NaiveLeaderboards {
    private record Row(int rank, String key, int order, double score) {}

    private final TreeMap<Long, TreeMap<Integer, List<Row>>> captures = new TreeMap<>();
    private final Map<String, String> display = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();

    void ingest(long anchor, ParsedCapture capture) {
        Map<String, String> spelled = new HashMap<>();
        for (int n = 0; n < capture.names(); n++) {
            spelled.putIfAbsent(PlayerKey.of(capture.name(n)), capture.name(n));
            ids.putIfAbsent(PlayerKey.of(capture.name(n)), ids.size());
        }
        display.putAll(spelled);
        TreeMap<Integer, List<Row>> boards = new TreeMap<>();
        for (ParsedBoard board : capture.boards()) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < board.size(); i++) {
                rows.add(new Row(board.rank(i), PlayerKey.of(capture.name(board.player(i))), i, board.score(i)));
            }
            rows.sort(Comparator.comparingInt(Row::rank)
                    .thenComparing(row -> ids.get(row.key))
                    .thenComparing(Row::order));
            if (!rows.isEmpty()) {
                boards.put(board.uuid(), rows);
            }
        }
        captures.put(anchor, boards);
    }

    void reset() {
        captures.clear();
        display.clear();
        ids.clear();
    }

    EntryPage page(int uuid, long anchor, int limit, int offset) {
        List<Row> rows = rows(uuid, anchor);
        Long prev = captures.headMap(TroveTime.dayStart(anchor), false).descendingMap().entrySet().stream()
                .filter(capture -> capture.getValue().containsKey(uuid))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        boolean crossed = prev != null
                && ResetKinds.effective(uuid, null)
                        .boundaries(prev, anchor)
                        .findAny()
                        .isPresent();
        Comparison comparison = new Comparison(
                prev != null && !crossed, prev, prev == null ? "no_prior_snapshot" : crossed ? "crossed_reset" : "ok");
        List<Entry> items = rows.stream()
                .skip(offset)
                .limit(limit)
                .map(row -> entry(row, comparison.comparable() ? rows(uuid, prev) : null))
                .toList();
        return new EntryPage(uuid, anchor, items, items.size(), rows.size(), comparison, null);
    }

    private Entry entry(Row row, List<Row> before) {
        String name = display.get(row.key);
        if (before == null) {
            return Entry.plain(row.rank, name, row.score, false);
        }
        return before.stream()
                .filter(old -> old.key.equals(row.key))
                .findFirst()
                .map(old -> Entry.compared(row.rank, name, row.score, old.rank, old.score))
                .orElse(Entry.plain(row.rank, name, row.score, true));
    }

    List<Placing> history(String name, Integer uuid, int limit) {
        String key = PlayerKey.lookup(name);
        List<Placing> all = new ArrayList<>();
        captures.descendingMap()
                .forEach((anchor, boards) -> boards.forEach((board, rows) -> {
                    if (uuid == null || uuid.equals(board)) {
                        rows.stream()
                                .filter(row -> row.key.equals(key))
                                .map(row -> Placing.of(row.rank, display.get(key), row.score, board, anchor))
                                .forEach(all::add);
                    }
                }));
        return all.subList(0, Math.min(limit, all.size()));
    }

    /** Over all captures, board by board. */
    List<ProfileBoard> totals(String name) {
        String key = PlayerKey.lookup(name);
        TreeMap<Integer, ProfileBoard> totals = new TreeMap<>();
        captures.forEach((anchor, boards) -> boards.forEach((board, rows) -> rows.stream()
                .filter(row -> row.key.equals(key))
                .findFirst()
                .ifPresent(row -> totals.merge(
                        board,
                        new ProfileBoard(
                                board,
                                "BOARD " + board,
                                row.rank,
                                row.rank,
                                Score.number(row.score),
                                1,
                                anchor,
                                anchor),
                        (before, now) -> new ProfileBoard(
                                board,
                                now.boardName(),
                                Math.min(before.bestRank(), now.bestRank()),
                                now.latestRank(),
                                now.latestScore(),
                                before.appearances() + 1,
                                before.firstSeen(),
                                now.lastSeen())))));
        return List.copyOf(totals.values());
    }

    List<Long> timestamps() {
        return captures.descendingMap().entrySet().stream()
                .filter(capture -> !capture.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Row> rows(int uuid, long anchor) {
        return captures.getOrDefault(anchor, new TreeMap<>()).getOrDefault(uuid, List.of());
    }

    List<String> everybody() {
        return List.copyOf(ids.keySet());
    }
}
