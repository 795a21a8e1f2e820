package dev.kiwi.api.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.stat.Coefficient.Damage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formula of stats.md. */
class CoefficientTest {
    @ParameterizedTest
    @CsvSource({
        "1000, , 202.7, 3027, PHYSICAL",
        ", 1000, 202.7, 3027, MAGIC",
        "1000, 1000, 0, 1000, PHYSICAL",
        "999.9, 1000, 0, 1000, MAGIC",
        "1000, 999.9, 100, 2000, PHYSICAL",
        "0, 0, 3438.3, 0, PHYSICAL",
        "0, , 0, 0, PHYSICAL",
        "0.9999994, , 0, 0, PHYSICAL",
        "0.9999996, , 0, 1, PHYSICAL",
        "100000000, , 100000, 100100000000, PHYSICAL"
    })
    void isOfTheLargerDamage(Double physical, Double magic, double critical, long value, Damage used) {
        assertThat(Coefficient.of(physical, magic, critical)).contains(new Coefficient(value, used));
    }

    @Test
    void thereIsNoneWithoutDamage() {
        assertThat(Coefficient.of(null, null, 100)).isEmpty();
    }

    @Test
    void whatDoesNotFitIsNoNumber() {
        assertThatThrownBy(() -> Coefficient.of(1e300, null, 1e300)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Coefficient.of(Double.NaN, null, 0.0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Coefficient.of(0x1p63, null, 0.0)).isInstanceOf(ArithmeticException.class);
    }

    /** With whole numbers it is exact, so integers say the same. */
    @Property(tries = 500)
    void wholeNumbersAreExact(
            @ForAll @IntRange(min = 0, max = 1_000_000) int damage,
            @ForAll @IntRange(min = 0, max = 100_000) int critical) {
        BigInteger exact = BigInteger.valueOf(damage)
                .multiply(BigInteger.valueOf(100L + critical))
                .divide(BigInteger.valueOf(100));
        assertThat(Coefficient.of((double) damage, null, critical).orElseThrow().value())
                .isEqualTo(exact.longValueExact());
    }

    /** Never further from the decimal truth than the rounding that the spec asks for. */
    @Property(tries = 500)
    void decimalsAreTakenAsTheyAreWritten(
            @ForAll @DoubleRange(min = 0, max = 1e6) double damage,
            @ForAll @DoubleRange(min = 0, max = 1e4) double critical) {
        BigDecimal truth =
                new BigDecimal(damage).multiply(BigDecimal.ONE.add(new BigDecimal(critical).movePointLeft(2)));
        long value = Coefficient.of(null, damage, critical).orElseThrow().value();
        assertThat(new BigDecimal(value))
                .isBetween(
                        truth.subtract(new BigDecimal("0.000001")).setScale(0, RoundingMode.FLOOR),
                        truth.add(new BigDecimal("0.000001")).setScale(0, RoundingMode.FLOOR));
    }
}
