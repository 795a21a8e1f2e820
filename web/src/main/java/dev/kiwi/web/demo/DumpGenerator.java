package dev.kiwi.web.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one capture in the grammar of leaderboards.md 2: a function of its parameters, so hour 57 needs no hour 56.
 *
 * @param boards how many boards of the catalogue, 88 at most
 * @param entries rows of the fullest board; the others have their share of it
 * @param anchor unix second of hour 0
 * @param planted seed of the cheaters among the players; null for none
 */
public record DumpGenerator(
        int boards,
        int entries,
        long seed,
        long anchor,
        @Nullable Long planted) {
    /** Monday 2026-01-05 11:00 UTC, a weekly reset. */
    private static final long FIRST_MONDAY = 1_767_610_800L;

    private static final long HOUR = 3_600;
    private static final long WEEK = 168 * HOUR;

    /** Without cheaters. */
    public DumpGenerator(int boards, int entries, long seed, long anchor) {
        this(boards, entries, seed, anchor, null);
    }

    /** Who was planted, and where. */
    public List<Plants.Truth> truth() {
        Plants plants = plants();
        return plants == null ? List.of() : plants.truth();
    }

    private @Nullable Plants plants() {
        return planted == null ? null : new Plants(planted, Board.catalogue(boards));
    }

    /** A full dump: 88 boards, about 720,000 rows. */
    public static DumpGenerator full(long seed, long anchor) {
        return new DumpGenerator(88, 20_000, seed, anchor);
    }

    /** Unix second of the capture. */
    public long timestamp(int hour) {
        return anchor + hour * HOUR;
    }

    public void write(int hour, OutputStream out) throws IOException {
        long timestamp = timestamp(hour);
        long week = Math.floorDiv(timestamp - FIRST_MONDAY, WEEK);
        int slot = (int) (Math.floorMod(timestamp - FIRST_MONDAY, WEEK) / HOUR);
        Crowd crowd = new Crowd(entries * 12 / 5 + 400, seed, week, slot);
        text(out, "# LeaderBot capture\n[LeaderBot]\nversion = 3\ncaptured = " + timestamp + "\n");
        List<Board> catalogue = Board.catalogue(boards);
        Plants plants = plants();
        for (int i = 0; i < catalogue.size(); i++) {
            Board board = catalogue.get(i);
            List<Plants.Row> more = plants == null ? List.of() : plants.rows(board, slot);
            String rows = rows(board, crowd, week, more);
            if (rows.isEmpty()) {
                continue;
            }
            line(out, board, board.categoryId(), board.category(), rows);
            if (board.shape() == Board.Shape.WEEKLY && i % 9 == week % 9) {
                line(out, board, "Contests", "CONTESTS", rows);
            }
        }
        text(out, "done = true\n");
    }

    private static void line(OutputStream out, Board board, String categoryId, String category, String rows)
            throws IOException {
        text(out, board.key(categoryId) + " = " + board.title() + "$" + category + "##" + rows + "\n");
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code rank;name;score} joined by bars, best first. */
    private String rows(Board board, Crowd crowd, long week, List<Plants.Row> planted) {
        int limit = Math.max(5, (int) (entries * board.fill()));
        int wanted = board.shape() == Board.Shape.LIFETIME ? limit * 26 / 25 : crowd.size;
        long[] honest = scored(board, crowd, week, Math.min(wanted, crowd.size));
        long[] scored = Arrays.copyOf(honest, honest.length + planted.size());
        for (int i = 0; i < planted.size(); i++) {
            scored[honest.length + i] = (planted.get(i).points() << PLAYER_BITS) | (crowd.size + i);
        }
        Arrays.sort(scored);
        StringBuilder rows = new StringBuilder();
        int listed = Math.min(limit, scored.length);
        for (int rank = 1; rank <= listed; rank++) {
            long packed = scored[scored.length - rank];
            int player = (int) (packed & PLAYER_MASK);
            if (rank > 1) {
                rows.append('|');
            }
            rows.append(rank).append(';');
            rows.append(
                    player < crowd.size
                            ? crowd.name(player)
                            : planted.get(player - crowd.size).name());
            rows.append(';').append(packed >>> PLAYER_BITS);
            if (board.category().equals("EFFORT")) {
                rows.append('.').append(packed % 10);
            }
        }
        return rows.toString();
    }

    private static final double LEAST_POWER = 12_000;
    private static final double POWER_SPAN = 27_000;
    private static final int PLAYER_BITS = 20;
    private static final long PLAYER_MASK = (1L << PLAYER_BITS) - 1;

    /** Score above player, so that sorting the numbers sorts the board. Players without a score are left out. */
    private long[] scored(Board board, Crowd crowd, long week, int wanted) {
        // A window of a fixed ring of players: the same candidates at every hour, others on every board.
        int begin = (int) (Mix.unit(seed, board.uuid(), 7) * crowd.size);
        long[] scored = new long[wanted];
        int count = 0;
        for (int i = 0; i < wanted; i++) {
            int player = (begin + i) % crowd.size;
            long score = score(board, crowd, week, player);
            if (score > 0) {
                scored[count++] = (score << PLAYER_BITS) | player;
            }
        }
        return Arrays.copyOf(scored, count);
    }

    private long score(Board board, Crowd crowd, long week, int player) {
        double pace = board.rate() * (.15 + .85 * Mix.unit(seed, board.uuid(), player));
        int ticks = switch (board.shape()) {
            case LIFETIME -> crowd.ever(player);
            case WEEKLY -> crowd.thisWeek(player);
            case DAILY -> crowd.today(player);
        };
        // Uneven from hour to hour, yet never less than the hour before.
        double played = ticks == 0 ? 0 : ticks + .9 * Mix.unit(seed + board.uuid(), player, week * 1_000 + ticks);
        if (board.shape() != Board.Shape.LIFETIME) {
            return Mix.unit(seed, board.uuid() + 1L, player) < board.fill() * 2 ? (long) (pace * played) : 0;
        }
        double rarity = Mix.unit(seed, board.uuid() + 2L, player);
        if (board.category().equals("POWER RANK")) {
            // People stop not far from one another: there is a best gear.
            return (long) (LEAST_POWER + POWER_SPAN * rarity + pace * played);
        }
        double before = board.rate() * 40 / Math.sqrt(1.000_01 - rarity);
        return (long) (before + pace * played);
    }
}
