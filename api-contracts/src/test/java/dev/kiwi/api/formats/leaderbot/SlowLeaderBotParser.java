package dev.kiwi.api.formats.leaderbot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar read off the page: regular expressions over the whole text. The fast parser has to agree with it. */
final class SlowLeaderBotParser {
    private static final Pattern BOARD = Pattern.compile(
            "^([^$\\r\\n]+)\\$([^$\\r\\n]+)\\$([0-9]+) = ([^$\\r\\n]+)\\$([^#\\r\\n]+)##([^\\n]+)$",
            Pattern.MULTILINE | Pattern.UNIX_LINES);
    private static final Pattern RANK = Pattern.compile("[0-9]+");
    private static final Pattern SCORE = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    record Triple(int rank, String player, double score) {}

    record Board(
            int uuid,
            String nameId,
            String categoryId,
            String name,
            String category,
            String contest,
            List<Triple> entries) {}

    private SlowLeaderBotParser() {}

    static List<Board> parse(byte[] dump) {
        String text = new String(dump, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        Map<Integer, Board> boards = new LinkedHashMap<>();
        Map<Integer, String> contests = new LinkedHashMap<>();
        Matcher line = BOARD.matcher(text);
        while (line.find()) {
            String category = line.group(5).trim();
            String digits = line.group(3).replaceFirst("^0+(?=.)", "");
            if (category.equalsIgnoreCase("FAVORITES")
                    || digits.length() > 10
                    || Long.parseLong(digits) > Integer.MAX_VALUE) {
                continue;
            }
            int uuid = Integer.parseInt(digits);
            boards.putIfAbsent(uuid, null);
            String categoryId = line.group(2);
            if (categoryId.equals("Leaderboard_Category_Contests")) {
                contests.putIfAbsent(uuid, "weekly");
            } else if (categoryId.equals("Leaderboard_Category_Contests_Daily")) {
                contests.putIfAbsent(uuid, "daily");
            } else if (boards.get(uuid) == null) {
                boards.put(
                        uuid,
                        new Board(
                                uuid,
                                line.group(1),
                                categoryId,
                                line.group(4),
                                category,
                                null,
                                triples(line.group(6))));
            }
        }
        List<Board> result = new ArrayList<>();
        boards.forEach((uuid, b) -> {
            if (b != null) {
                result.add(new Board(uuid, b.nameId, b.categoryId, b.name, b.category, contests.get(uuid), b.entries));
            }
        });
        return result;
    }

    static List<Board> view(ParsedCapture capture) {
        return capture.boards().stream()
                .map(b -> new Board(
                        b.uuid(),
                        b.nameId(),
                        b.categoryId(),
                        b.name(),
                        b.category(),
                        b.contest() == null ? null : b.contest().text(),
                        java.util.stream.IntStream.range(0, b.size())
                                .mapToObj(i -> new Triple(b.rank(i), capture.name(b.player(i)), b.score(i)))
                                .toList()))
                .toList();
    }

    private static List<Triple> triples(String entries) {
        List<Triple> triples = new ArrayList<>();
        for (String raw : entries.split("\\|", -1)) {
            String[] parts = raw.trim().split(";", -1);
            if (parts.length != 3
                    || !RANK.matcher(parts[0]).matches()
                    || parts[1].isEmpty()
                    || !SCORE.matcher(parts[2].trim()).matches()) {
                continue;
            }
            java.math.BigInteger rank = new java.math.BigInteger(parts[0]);
            double score = Double.parseDouble(parts[2].trim());
            if (rank.bitLength() <= 31 && Double.isFinite(score)) {
                triples.add(new Triple(rank.intValue(), parts[1], score == 0 ? 0.0 : score));
            }
        }
        return triples;
    }
}
