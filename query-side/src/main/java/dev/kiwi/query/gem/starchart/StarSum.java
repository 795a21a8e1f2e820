package dev.kiwi.query.gem.starchart;

import dev.kiwi.query.gem.starchart.StarNode.StarBonus;

/** All bonuses of one stat: an amount, and a percentage of it. */
public record StarSum(double flat, double percent) {
    public static final StarSum NONE = new StarSum(0, 0);

    static StarSum of(StarBonus bonus) {
        return bonus.percentage() ? new StarSum(0, bonus.value()) : new StarSum(bonus.value(), 0);
    }

    StarSum plus(StarSum other) {
        return new StarSum(flat + other.flat, percent + other.percent);
    }
}
