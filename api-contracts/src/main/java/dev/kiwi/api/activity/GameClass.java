package dev.kiwi.api.activity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A class of the game and the boards that tell of it.
 *
 * @param index in order of release, 0 to 17
 * @param techName as in file names
 * @param name as the game shows it
 */
public record GameClass(int index, String techName, String name) {
    /** How many there are. */
    public static final int COUNT = 18;

    private static final int POWER_RANK = 1000;
    private static final int EFFORT = 4000;

    /** All, by index. */
    public static List<GameClass> all() {
        return Table.CLASSES;
    }

    public int powerRankBoard() {
        return POWER_RANK + index;
    }

    public int effortBoard() {
        return EFFORT + index;
    }

    /** Path of its icon on the site. */
    public String icon() {
        return "/static/class-icons/" + techName + ".png";
    }

    /** Read when it is first asked for. */
    private static final class Table {
        private static final List<GameClass> CLASSES = read();

        private static List<GameClass> read() {
            try (InputStream csv = GameClass.class.getResourceAsStream("classes.csv")) {
                String text = new String(Objects.requireNonNull(csv).readAllBytes(), StandardCharsets.UTF_8);
                return text.lines()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .map(cells -> new GameClass(Integer.parseInt(cells[0]), cells[1], cells[2]))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
