package dev.kiwi.query.gem;

/** How many steps one roll has, by group of stats. */
public record ThresholdRow(int tier, int type, Range damage, Range critical, Range health, Range light) {
    boolean isFor(Tier tier, GemType type) {
        return this.tier == tier.id() && this.type == type.id();
    }

    Range of(StatType stat) {
        return switch (stat.group()) {
            case "damage" -> damage;
            case "critical" -> critical;
            case "health" -> health;
            case "light" -> light;
            case null, default -> throw new IllegalArgumentException(stat.name() + " has no numbers");
        };
    }
}
