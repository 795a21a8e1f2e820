package dev.kiwi.query.gem;

import dev.kiwi.query.gamedata.Row;
import java.util.List;
import java.util.function.Function;

/** @param rollPool stat types that a gem of the restriction may have */
public record Restriction(int id, String name, List<Integer> rollPool) {
    public static final int FIERCE = 1;
    public static final int ARCANE = 2;

    public Restriction {
        Row.text(name, "restriction");
        rollPool = Row.unique(rollPool, Function.identity(), name + " roll_pool");
    }
}
