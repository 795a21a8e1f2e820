package dev.kiwi.query.gem;

import dev.kiwi.query.gamedata.Row;

/** A focus that fills up one roll of a gem. */
public record Augment(int id, String name, double increasePercent) {
    public Augment {
        Row.text(name, "augment");
        Row.check(increasePercent > 0, name + ": increase_percent is not positive");
    }
}
