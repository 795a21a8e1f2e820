package dev.kiwi.bench.soak;

import dev.kiwi.bench.dump.SampleDump;
import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.web.demo.DumpGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A few captures of 88 smaller boards, which are filed again and again in turn, so that their rows stay as many. */
final class Captures {
    private static final int COUNT = 6;
    private static final int LAST_HOUR = 96;
    private static final int BOARDS = 88;
    private static final int ENTRIES = 2_000;
    private static final int BOARDS_READ = 20;
    private static final int PLAYERS_READ = 200;
    private static final int PAGE = 100;

    private final DumpGenerator generator =
            new DumpGenerator(BOARDS, ENTRIES, 1, SampleDump.defaultAnchor(Clock.systemUTC()));
    private final Path scratch;

    Captures(Path scratch) {
        this.scratch = scratch;
    }

    void fileAll(KiwiClient client) throws IOException {
        for (int i = 0; i < COUNT; i++) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(dump(i)), 1 << 16)) {
                generator.write(hour(i), out);
            }
            file(client, i);
        }
    }

    /** Returns when it is served. @param number of any size; the captures take turns */
    void file(KiwiClient client, int number) throws IOException {
        int turn = number % COUNT;
        JsonNode reply =
                client.insert(dump(turn), generator.timestamp(hour(turn))).expect(200);
        if (reply.path("entries").asInt() == 0) {
            throw new IOException("Nothing was filed: " + reply);
        }
    }

    private Path dump(int number) {
        return scratch.resolve("dump-" + number + ".cfg");
    }

    private static int hour(int number) {
        return LAST_HOUR - COUNT + 1 + number;
    }

    /** Paths of the first pages of some boards in each capture. */
    List<String> pages(KiwiClient reader) throws IOException {
        List<String> pages = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            long anchor = generator.timestamp(hour(i));
            for (String board : boards(reader, anchor)) {
                pages.add("/v1/leaderboards/" + board + "/entries?limit=" + PAGE + "&created_at=" + anchor);
            }
        }
        return pages;
    }

    /** Paths of the histories of some players. */
    List<String> players(KiwiClient reader) throws IOException {
        String board = boards(reader, generator.timestamp(LAST_HOUR)).getFirst();
        String path = "/v1/leaderboards/" + board + "/entries?limit=" + PLAYERS_READ + "&created_at="
                + generator.timestamp(LAST_HOUR);
        List<String> players = new ArrayList<>();
        for (JsonNode entry : reader.get(path).expect(200).path("items")) {
            String name = URLEncoder.encode(entry.path("player_name").asString(), StandardCharsets.UTF_8);
            players.add("/v1/leaderboards/players/" + name + "/history");
        }
        return players;
    }

    private static List<String> boards(KiwiClient reader, long anchor) throws IOException {
        List<String> boards = new ArrayList<>();
        for (JsonNode board :
                reader.get("/v1/leaderboards?created_at=" + anchor).expect(200).path("items")) {
            boards.add(board.path("uuid").asString());
        }
        return boards.subList(0, BOARDS_READ);
    }
}
