package dev.kiwi.api.formats.leaderbot;

import java.util.List;

/** A parsed dump: its boards in order of first appearance (P11) and the distinct names they refer to. */
public final class ParsedCapture {
    private final List<ParsedBoard> boards;
    private final String[] names;
    private final List<Integer> orphans;

    ParsedCapture(List<ParsedBoard> boards, String[] names, List<Integer> orphans) {
        this.boards = List.copyOf(boards);
        this.names = names;
        this.orphans = List.copyOf(orphans);
    }

    public List<ParsedBoard> boards() {
        return boards;
    }

    /** Spelling number {@code number}, in order of first appearance. */
    public String name(int number) {
        return names[number];
    }

    /** How many spellings there are; spellings that differ by case are different here. */
    public int names() {
        return names.length;
    }

    public int entries() {
        return boards.stream().mapToInt(ParsedBoard::size).sum();
    }

    /** Boards dropped because they had an overlay but no ordinary line (P10): worth a warning. */
    public List<Integer> orphanOverlays() {
        return orphans;
    }
}
