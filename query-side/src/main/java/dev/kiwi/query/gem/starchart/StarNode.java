package dev.kiwi.query.gem.starchart;

import dev.kiwi.query.gamedata.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One node.
 *
 * @param index its number in codes; null for a root
 * @param path such as {@code combat.a.0}: its parent's and one more segment
 * @param replaces paths of nodes whose bonuses stop counting with this one
 */
public record StarNode(
        @Nullable Integer index,
        String path,
        String kind,
        String title,
        List<StarBonus> bonuses,
        List<String> replaces) {
    private static final String ROOT = "root";
    private static final List<String> KINDS = List.of(ROOT, "minor", "major");

    public StarNode {
        Row.text(path, "path");
        Row.oneOf(kind, KINDS, path + ": kind");
        Row.text(title, path + ": title");
        Row.check(kind.equals(ROOT) == !path.contains("."), path + ": only roots have no parent");
        Row.check(kind.equals(ROOT) == (index == null), path + ": only roots have no index");
        bonuses = List.copyOf(bonuses);
        replaces = List.copyOf(replaces);
    }

    /** @param percentage of the stat, not an amount of it */
    public record StarBonus(String stat, double value, boolean percentage) {
        public StarBonus {
            Row.text(stat, "stat of a bonus");
            Row.check(Double.isFinite(value), stat + ": no number");
        }
    }

    boolean isRoot() {
        return kind.equals(ROOT);
    }

    /** @return the path without the last segment; of a child of a root that is the root's */
    static String parent(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }
}
