package dev.kiwi.bench.layout;

import dev.kiwi.api.formats.leaderbot.LeaderBotParser;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.api.leaderboard.PlayerKey;
import dev.kiwi.embedded.TestStores;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads the given dumps, one capture each, into every layout. Arguments: dump files, at least two. */
public final class LayoutBench {
    private LayoutBench() {}

    public static void main(String[] files) throws SQLException, IOException {
        List<Layout> layouts = new ArrayList<>(Arrays.asList(RowLayouts.values()));
        layouts.addAll(Arrays.asList(PackedLayouts.values()));
        System.out.printf("%-62s %10s %10s %8s%n", "layout", "best ms", "median ms", "bytes");
        try (Connection connection = TestStores.freshDatabase().dataSource().getConnection()) {
            for (Layout layout : layouts) {
                measure(layout, connection, files);
            }
        }
    }

    private static void measure(Layout layout, Connection connection, String[] files) throws SQLException, IOException {
        Map<String, Integer> players = new HashMap<>();
        connection.setAutoCommit(true);
        layout.create(connection);
        connection.setAutoCommit(false);
        long[] times = new long[files.length];
        long entries = 0;
        for (int i = 0; i < files.length; i++) {
            ParsedCapture capture;
            try (InputStream in = Files.newInputStream(Path.of(files[i]))) {
                capture = LeaderBotParser.parse(in);
            }
            int[] ids = ids(capture, players);
            long start = System.nanoTime();
            layout.load(connection, capture, ids, 1_780_916_700L + i * 3600L);
            connection.commit();
            times[i] = (System.nanoTime() - start) / 1_000_000;
            entries += capture.entries();
        }
        Arrays.sort(times);
        System.out.printf(
                "%-62s %10d %10d %8.2f%n",
                layout, times[0], times[times.length / 2], size(layout, connection) / (double) entries);
        connection.commit();
    }

    private static int[] ids(ParsedCapture capture, Map<String, Integer> players) {
        int[] ids = new int[capture.names()];
        for (int n = 0; n < ids.length; n++) {
            ids[n] = players.computeIfAbsent(PlayerKey.of(capture.name(n)), key -> players.size() + 1);
        }
        return ids;
    }

    /** Heap, TOAST and indexes; without the players, which every layout needs alike. */
    private static long size(Layout layout, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select coalesce(sum(pg_total_relation_size(oid)), 0) from pg_class"
                                + " where relkind = 'r' and relname <> 'staged_player' and relname ~ '^"
                                + layout.prefix() + "_'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
