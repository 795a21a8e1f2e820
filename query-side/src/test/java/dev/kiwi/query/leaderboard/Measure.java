package dev.kiwi.query.leaderboard;

import dev.kiwi.api.formats.leaderbot.LeaderBotParser;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.api.leaderboard.GetEntries;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Times and sizes on generated dumps; arguments: dump files, one an hour. Run by hand. */
final class Measure {
    public static void main(String[] files) throws Exception {
        Leaderboards boards = new Leaderboards();
        long anchor = 1_780_916_700L;
        long entries = 0;
        for (String file : files) {
            long t0 = System.nanoTime();
            ParsedCapture capture;
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                capture = LeaderBotParser.parse(in);
            }
            long t1 = System.nanoTime();
            boards.ingest(anchor, capture);
            long t2 = System.nanoTime();
            entries += capture.entries();
            anchor += 3600;
            System.out.printf(
                    "parse %d ms, project %d ms, %d entries%n",
                    (t1 - t0) / 1_000_000, (t2 - t1) / 1_000_000, capture.entries());
        }
        long bytes = 0;
        for (String table :
                new String[] {"board_capture", "player_capture", "player", "board", "board_contest", "capture"}) {
            long size = boards.jdbc
                    .sql("select pg_total_relation_size('leaderboards." + table + "')")
                    .query(Long.class)
                    .single();
            long idx = boards.jdbc
                    .sql("select pg_indexes_size('leaderboards." + table + "')")
                    .query(Long.class)
                    .single();
            bytes += size;
            System.out.printf("%s %d bytes (indexes %d), %.2f an entry%n", table, size, idx, size / (double) entries);
        }
        System.out.printf("all: %.2f bytes an entry%n", bytes / (double) entries);
        Random random = new Random(1);
        long last = anchor - 3600;
        for (int limit : new int[] {100, 1000}) {
            time(
                    "entries page of " + limit,
                    () -> boards.entries.handle(new GetEntries(
                            1000 + random.nextInt(18),
                            last - 3600 * random.nextInt(files.length),
                            limit,
                            random.nextInt(5000))));
        }
        var names = boards.jdbc
                .sql("select name from leaderboards.player order by id limit 20000")
                .query(String.class)
                .list();
        for (int limit : new int[] {50, 500}) {
            time("history of " + limit, () -> boards.history(names.get(random.nextInt(names.size())), null, limit));
        }
        time("history of 50 on one board", () -> boards.history(names.get(random.nextInt(names.size())), 1000, 50));
        boards.close();
        System.exit(0);
    }

    private static void time(String what, Runnable work) {
        long[] times = new long[2000];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            work.run();
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        System.out.printf("%s: p50 %.2f ms, p99 %.2f ms%n", what, times[1000] / 1e6, times[1980] / 1e6);
    }
}
