package dev.kiwi.api.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
    private static Version version(String text) {
        return Version.of(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0,1.0.1,-1",
        "1.9,1.10,-1",
        "v2,1.99.99,1",
        "1.0,1.0.0,0",
        "' v1.2 ',1.2,0",
        "1.2-beta,1.2,-1",
        "1.2-beta.10,1.2-beta.9,-1",
        "1.2-beta,1.2-beta,0",
        "1.2-rc,1.2-beta,1",
        "1.2.1-beta,1.2,1",
        "99999999999999999999999999,99999999999999999999999998,1",
        "007,7,0",
        "1.,1,-1"
    })
    void comparesNumbersAndThenWhatFollows(String one, String other, int expected) {
        assertThat(Integer.signum(version(one).compareTo(version(other)))).isEqualTo(expected);
        assertThat(Integer.signum(version(other).compareTo(version(one)))).isEqualTo(-expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v", "V1.0", "beta", ".1", "-1", "vv1", "latest", "١.٢"})
    void whatBeginsWithNoNumberIsNoVersion(String text) {
        assertThat(Version.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 501, 1_000_000})
    void aHugeNumberThrowsNothing(int digits) {
        assertThat(Version.of("1." + "9".repeat(digits)).isPresent()).isEqualTo(digits < 500);
    }

    @Provide
    Arbitrary<String> versions() {
        Arbitrary<String> numbers = Arbitraries.integers()
                .between(0, 12)
                .map(String::valueOf)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join(".", parts));
        return Combinators.combine(
                        Arbitraries.of("", "v"),
                        numbers,
                        Arbitraries.of("", "-beta", "-beta.1", "-beta.10", "+x", "rc"))
                .as((v, number, suffix) -> v + number + suffix);
    }

    @Property(tries = 500)
    void theOrderIsOne(@ForAll("versions") String a, @ForAll("versions") String b, @ForAll("versions") String c) {
        List<Version> sorted =
                List.of(version(a), version(b), version(c)).stream().sorted().toList();
        assertThat(sorted.get(0).compareTo(sorted.get(1))).isNotPositive();
        assertThat(sorted.get(1).compareTo(sorted.get(2))).isNotPositive();
        assertThat(sorted.get(0).compareTo(sorted.get(2))).isNotPositive();
        assertThat(version(a).compareTo(version(b))).isEqualTo(-version(b).compareTo(version(a)));
    }

    @Property(tries = 200)
    void aMissingPartIsZeroAndASuffixIsOlder(@ForAll("versions") String text) {
        Version version = version(text);
        if (version.suffix().isEmpty()) {
            assertThat(version.compareTo(version(text + ".0.0"))).isZero();
            assertThat(version.compareTo(version(text + "-beta"))).isPositive();
            assertThat(version.compareTo(version(text + ".1"))).isNegative();
        }
    }

    @Property(tries = 200)
    void anyTextIsReadOrRefused(@ForAll String text) {
        Version.of(text)
                .ifPresent(version -> assertThat(version.compareTo(version)).isZero());
    }
}
