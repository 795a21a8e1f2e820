package dev.kiwi.api.formats.leaderbot;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Streaming parser: {@link #feed} it the bytes in pieces of any size, then {@link #finish}. One dump, one thread, one
 * use. Rules P1 to P18 of leaderboards.md 2; nothing is ever refused, what is not a board is noise.
 */
public final class LeaderBotParser {
    private enum State {
        HEAD,
        AFTER_HASHES,
        ENTRIES,
        SKIP
    }

    /** What is known of one uuid; a slot is made at its first line that is not a favourites line. */
    private static final class Slot {
        private @Nullable ParsedBoard board;
        private @Nullable Contest contest;
    }

    private final NameTable names = new NameTable();
    private final EntryColumns columns = new EntryColumns(names);
    private final HeadScanner scanner = new HeadScanner();
    private final Bytes carry = new Bytes();
    private final Map<Integer, Slot> slots = new LinkedHashMap<>();
    private State state = State.HEAD;
    private @Nullable BoardHead head;

    /** Parses a whole stream; does not close it. */
    public static ParsedCapture parse(InputStream dump) throws IOException {
        LeaderBotParser parser = new LeaderBotParser();
        byte[] buffer = new byte[1 << 16];
        for (int read = dump.read(buffer); read >= 0; read = dump.read(buffer)) {
            parser.feed(buffer, 0, read);
        }
        return parser.finish();
    }

    /** Reads the next bytes; they may be overwritten afterwards. */
    public void feed(byte[] text, int from, int to) {
        int at = from;
        while (at < to) {
            at = switch (state) {
                case HEAD -> readHead(text, at, to);
                case AFTER_HASHES -> open(text, at);
                case ENTRIES -> readEntries(text, at, to);
                case SKIP -> skip(text, at, to);
            };
        }
    }

    /** The end of the dump ends its last line. */
    public ParsedCapture finish() {
        if (state == State.ENTRIES) {
            columns.read(carry.content(), 0, carry.size());
            closeBoard();
        }
        List<ParsedBoard> boards = new ArrayList<>();
        List<Integer> orphans = new ArrayList<>();
        slots.forEach((uuid, slot) -> {
            if (slot.board == null) {
                orphans.add(uuid);
            } else {
                boards.add(slot.board.with(slot.contest));
            }
        });
        return new ParsedCapture(boards, names.decode(), orphans);
    }

    private int readHead(byte[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            switch (scanner.accept(text[at])) {
                case MORE -> {}
                case NOISE -> {
                    state = State.SKIP;
                    return at;
                }
                case COMPLETE -> {
                    head = scanner.head();
                    state = head == null ? State.SKIP : State.AFTER_HASHES;
                    return at + 1;
                }
            }
        }
        return to;
    }

    /** Looks at the first byte after {@code ##}: a line with nothing there is not a board (P4). */
    private int open(byte[] text, int at) {
        BoardHead line = head;
        if (line == null || text[at] == '\n' || line.favourites()) {
            state = State.SKIP;
            return at;
        }
        Slot slot = slots.computeIfAbsent(line.uuid(), uuid -> new Slot());
        Contest overlay = Contest.of(line.categoryId());
        if (overlay != null && slot.contest == null) {
            slot.contest = overlay;
        }
        state = overlay == null && slot.board == null ? State.ENTRIES : State.SKIP;
        return at;
    }

    private int readEntries(byte[] text, int from, int to) {
        int chunk = from;
        for (int at = from; at < to; at++) {
            byte b = text[at];
            if (b == '|' || b == '\n') {
                readChunk(text, chunk, at);
                chunk = at + 1;
            }
            if (b == '\n') {
                closeBoard();
                startLine();
                return chunk;
            }
        }
        carry.add(text, chunk, to);
        return to;
    }

    private void readChunk(byte[] text, int from, int to) {
        if (carry.size() == 0) {
            columns.read(text, from, to);
        } else {
            carry.add(text, from, to);
            columns.read(carry.content(), 0, carry.size());
            carry.clear();
        }
    }

    private int skip(byte[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text[at] == '\n') {
                startLine();
                return at + 1;
            }
        }
        return to;
    }

    private void closeBoard() {
        BoardHead line = head;
        if (line != null) {
            Slot slot = slots.computeIfAbsent(line.uuid(), uuid -> new Slot());
            slot.board = columns.take(line);
        }
    }

    private void startLine() {
        scanner.reset();
        state = State.HEAD;
    }
}
