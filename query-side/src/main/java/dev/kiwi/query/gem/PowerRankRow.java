package dev.kiwi.query.gem;

/** How much power rank one roll gives. */
public record PowerRankRow(int tier, int type, Range range) {
    boolean isFor(Tier tier, GemType type) {
        return this.tier == tier.id() && this.type == type.id();
    }
}
