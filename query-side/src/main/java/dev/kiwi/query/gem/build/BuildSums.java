package dev.kiwi.query.gem.build;

import org.jspecify.annotations.Nullable;

/**
 * What a character has before gems.
 *
 * @param first damage, or health
 * @param second critical damage, or health in percent
 * @param bonus in percent
 * @param criticalPercent of the second stat that counts
 * @param lightPercent of the light that counts
 * @param classBonus in percent; null for Health
 */
record BuildSums(
        double first,
        double second,
        double light,
        double bonus,
        double criticalPercent,
        double lightPercent,
        @Nullable Double classBonus) {
    static final double WHOLE = 100;
}
