package dev.kiwi.query.gem;

import dev.kiwi.query.gamedata.Row;
import java.util.List;
import java.util.function.Function;

/** @param uses keys of foci, in the order in which they are filled in */
public record FocusPlan(String key, String label, List<String> uses) {
    public FocusPlan {
        Row.text(key, "plan");
        Row.text(label, key);
        uses = Row.unique(uses, Function.identity(), key);
    }
}
