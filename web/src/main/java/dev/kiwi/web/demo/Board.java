package dev.kiwi.web.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One board of the catalogue.
 *
 * @param fill share of the fullest board's rows
 * @param rate points of an hour's play, at most
 */
record Board(int uuid, String title, String category, Shape shape, double fill, double rate) {
    private static final List<String> CLASSES = List.of(
            "KNIGHT",
            "GUNSLINGER",
            "FAE TRICKSTER",
            "DRACOLYTE",
            "NEON NINJA",
            "CANDY BARBARIAN",
            "ICE SAGE",
            "SHADOW HUNTER",
            "PIRATE CAPTAIN",
            "BOOMERANGER",
            "TOMB RAISER",
            "LUNAR LANCER",
            "REVENANT",
            "CHLOROMANCER",
            "DINO TAMER",
            "VANGUARDIAN",
            "BARD",
            "SOLARION");
    private static final List<String> TOTALS = List.of(
            "ENEMIES DEFEATED",
            "DUNGEONS COMPLETED",
            "BOXES OPENED",
            "FLUX EARNED",
            "GLIM COLLECTED",
            "INFINIUM MINED",
            "INVADERS DEFEATED",
            "LOOT COLLECTED",
            "PINATAS LOOTED",
            "PINATAS THROWN",
            "TOTAL EXPERIENCE EARNED");
    private static final int[] TOTAL_IDS = {3, 4, 9, 10, 11, 13, 14, 15, 16, 17, 18};
    private static final List<String> WEEKLIES = List.of(
            "WEEKLY EXPERIENCE EARNED",
            "WEEKLY WORLD BOSSES KILLED",
            "WEEKLY ADVENTURES COMPLETED",
            "WEEKLY COMPANION EGGS FOUND",
            "WEEKLY TALLY 33001",
            "WEEKLY TALLY 33002");
    private static final int[] WEEKLY_IDS = {21005, 21004, 30001, 30004, 33001, 33002};
    private static final int[] BATTLE_IDS = {30002, 30003, 30012, 30013, 30022, 30023, 30032, 30033};

    enum Shape {
        LIFETIME,
        WEEKLY,
        DAILY
    }

    /** The first {@code count} boards; 88 is what a bot posts every hour. */
    static List<Board> catalogue(int count) {
        List<Board> boards = new ArrayList<>();
        boards.add(new Board(1, "TROVE MASTERY POINTS", "META", Shape.LIFETIME, 1, 130));
        boards.add(new Board(20, "GEODE MASTERY POINTS", "META", Shape.LIFETIME, .9, 90));
        for (int i = 0; i < CLASSES.size(); i++) {
            boards.add(new Board(4000 + i, CLASSES.get(i), "EFFORT", Shape.WEEKLY, popularity(i), 90));
        }
        for (int i = 0; i < CLASSES.size(); i++) {
            boards.add(new Board(1000 + i, CLASSES.get(i), "POWER RANK", Shape.LIFETIME, .52, 6));
        }
        for (int i = 0; i < WEEKLIES.size(); i++) {
            boards.add(new Board(WEEKLY_IDS[i], WEEKLIES.get(i), "STATS", Shape.WEEKLY, .3, 240));
        }
        boards.add(new Board(32000, "DAILY LEVIATHAN KILLS", "STATS", Shape.DAILY, .16, 60));
        boards.add(new Board(1100, "CLUB POWER RANK", "POWER RANK", Shape.LIFETIME, .05, 40));
        boards.add(new Board(21012, "WEEKLY EXPERIENCE EARNED FOR CLUBS", "STATS", Shape.WEEKLY, .05, 4e6));
        for (int i = 0; i < TOTALS.size(); i++) {
            boards.add(new Board(TOTAL_IDS[i], TOTALS.get(i), "STATS", Shape.LIFETIME, .56, 90 << i));
        }
        boards.add(new Board(100, "TOTAL MASTERY POINTS", "META", Shape.LIFETIME, 1, 220));
        boards.add(new Board(999, "TOTAL POWER RANK", "META", Shape.LIFETIME, 1, 180));
        for (int i = 0; i < CLASSES.size(); i++) {
            boards.add(new Board(5000 + i, CLASSES.get(i), "PARAGON", Shape.WEEKLY, .26, 210));
        }
        boards.add(new Board(50000, "PARAGON POINTS", "PARAGON", Shape.WEEKLY, .45, 500));
        for (int id : BATTLE_IDS) {
            boards.add(new Board(id, "WEEKLY BATTLE TALLY " + id, "STATS", Shape.WEEKLY, .2, 130));
        }
        boards.add(new Board(6, "BATTLE MODE GAMES WON", "STATS", Shape.LIFETIME, .4, 60));
        return List.copyOf(boards.subList(0, Math.min(count, boards.size())));
    }

    /** Some classes are played twice as much as others. */
    private static double popularity(int classIndex) {
        return .26 + .02 * (classIndex * 7 % CLASSES.size());
    }

    /** Text before the equals sign of its line, up to the number. */
    String key(String categoryId) {
        return "Leaderboard_" + camel(category + " " + title) + "$Leaderboard_Category_" + categoryId + "$" + uuid;
    }

    String categoryId() {
        return camel(category);
    }

    private static String camel(String text) {
        StringBuilder camel = new StringBuilder();
        for (String word : text.split("[^A-Za-z0-9]+")) {
            camel.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return camel.toString();
    }
}
