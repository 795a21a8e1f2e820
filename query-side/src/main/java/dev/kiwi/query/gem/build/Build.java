package dev.kiwi.query.gem.build;

import org.jspecify.annotations.Nullable;

/**
 * One layout of procs and what comes of it; for Health the two damages are the two stats of health.
 *
 * @param rank from 1
 * @param layout procs on the first and the second stat of the Empowered gems, then of the Lesser ones, then of the cosmic
 * @param bonusDmg in percent, not rounded
 * @param classBonus in percent; null for Health
 */
public record Build(
        int rank,
        String layout,
        double baseDmg,
        double critDmg,
        long light,
        double bonusDmg,
        double totalDmg,
        @Nullable Double classBonus,
        double coefficient) {}
