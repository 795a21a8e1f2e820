package dev.kiwi.query.gem;

import dev.kiwi.query.gamedata.Row;
import java.util.List;
import java.util.function.Function;

/**
 * @param abilities of which an Empowered gem has one
 * @param sparkPool stat types that a spark may give a gem without a restriction
 */
public record Element(int id, String name, List<Integer> abilities, List<Integer> sparkPool) {
    public static final int WATER = 1;
    public static final int COSMIC = 4;

    public Element {
        Row.text(name, "element");
        abilities = Row.unique(abilities, Function.identity(), name + " abilities");
        sparkPool = Row.unique(sparkPool, Function.identity(), name + " spark_pool");
    }
}
