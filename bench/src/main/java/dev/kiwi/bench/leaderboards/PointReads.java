package dev.kiwi.bench.leaderboards;

import dev.kiwi.bench.process.KiwiClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked of one Kiwi about its newest capture.
 *
 * @param newest its anchor
 * @param boards numbers of some boards
 * @param players names of some players, ready for an address
 */
record PointReads(long newest, List<String> boards, List<String> players) {
    private static final String BASE = "/v1/leaderboards/";
    private static final int BOARDS = 20;
    private static final int PLAYERS = 200;
    private static final int PAGE = 100;
    private static final int PAGES = 5;

    static PointReads of(KiwiClient reader, long newest) throws IOException {
        List<String> boards = new ArrayList<>();
        reader.get("/v1/leaderboards?created_at=" + newest)
                .expect(200)
                .path("items")
                .forEach(board -> boards.add(board.path("uuid").asString()));
        List<String> players = new ArrayList<>();
        reader.get(BASE + boards.getFirst() + "/entries?limit=" + PLAYERS + "&created_at=" + newest)
                .expect(200)
                .path("items")
                .forEach(entry ->
                        players.add(URLEncoder.encode(entry.path("player_name").asString(), StandardCharsets.UTF_8)));
        return new PointReads(newest, boards.subList(0, BOARDS), players);
    }

    /** Paths by the name of their figure; each answer has as much in it however many captures there are. */
    Map<String, List<String>> paths() {
        List<String> entries = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            for (String board : boards) {
                entries.add(
                        BASE + board + "/entries?created_at=" + newest + "&limit=" + PAGE + "&offset=" + page * PAGE);
            }
        }
        Map<String, List<String>> paths = new LinkedHashMap<>();
        paths.put("entries_page", entries);
        paths.put("player_history", ofPlayers("/history?limit=50"));
        paths.put("player_profile", ofPlayers("/profile"));
        paths.put("board_health", ofBoards("/health"));
        paths.put("board_chart_day", ofBoards("/history?days=1"));
        return paths;
    }

    /** A chart of a year is one of the thirty days that a chart has at most. */
    List<String> yearCharts() {
        return ofBoards("/history?days=365");
    }

    private List<String> ofBoards(String rest) {
        return boards.stream().map(board -> BASE + board + rest).toList();
    }

    private List<String> ofPlayers(String rest) {
        return players.stream().map(player -> BASE + "players/" + player + rest).toList();
    }
}
