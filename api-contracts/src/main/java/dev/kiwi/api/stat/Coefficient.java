package dev.kiwi.api.stat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How strong a character hits: the one formula for whoever states a coefficient (stats.md), so that no two can disagree.
 *
 * @param value the whole part of larger damage × (1 + critical damage / 100)
 */
public record Coefficient(long value, Damage damageUsed) {
    public static final String FORMULA = "floor(max(physical_damage, magic_damage) * (1 + critical_damage / 100))";

    /** Rounding first: 1000 with 202.7 % is 3026.9999999999995 in doubles, and means 3027. */
    private static final int DECIMALS = 6;

    private static final double TOO_LARGE = 0x1p63;

    /** Which of the two damages counted. */
    public enum Damage {
        PHYSICAL,
        MAGIC
    }

    /**
     * Of the larger damage that is given; of two that are equal, the physical one.
     *
     * @param criticalDamage in percent: 3438.3 means 3,438.3 %
     * @return empty when neither damage is given
     * @throws ArithmeticException when the result is no number of 64 bits
     */
    public static Optional<Coefficient> of(
            @Nullable Double physicalDamage, @Nullable Double magicDamage, double criticalDamage) {
        if (physicalDamage == null && magicDamage == null) {
            return Optional.empty();
        }
        boolean physical = magicDamage == null || (physicalDamage != null && physicalDamage >= magicDamage);
        Double larger = physical ? physicalDamage : magicDamage;
        long value = value(larger == null ? 0 : larger, criticalDamage);
        return Optional.of(new Coefficient(value, physical ? Damage.PHYSICAL : Damage.MAGIC));
    }

    private static long value(double damage, double criticalDamage) {
        double exact = damage * (1 + criticalDamage / 100);
        // Not "at least": what is not a number is not less either.
        if (!(Math.abs(exact) < TOO_LARGE)) {
            throw new ArithmeticException("The coefficient is too large");
        }
        return new BigDecimal(exact)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
    }
}
