package dev.kiwi.query.gem;

import dev.kiwi.query.gamedata.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param group of thresholds; null for a type that never rolls and has no numbers */
public record StatType(int id, String name, @Nullable String group) {
    public static final int PHYSICAL_DAMAGE = 1;
    public static final int MAGIC_DAMAGE = 2;
    public static final int LIGHT = 7;

    private static final List<String> GROUPS = List.of("damage", "critical", "health", "light");

    public StatType {
        Row.text(name, "stat type");
        if (group != null) {
            Row.oneOf(group, GROUPS, name + ": group");
        }
    }

    public boolean hasNumbers() {
        return group != null;
    }
}
