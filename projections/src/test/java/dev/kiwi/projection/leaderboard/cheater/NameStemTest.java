package dev.kiwi.projection.leaderboard.cheater;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** leaderboards.md 16.6. */
class NameStemTest {
    @ParameterizedTest
    @CsvSource({
        "anana17, anana",
        "Aan_7, aan",
        "Player 001, player",
        "Dr4g0n2, dragon",
        "12345, ''",
        "'  Tom  ', tom",
        "x2y, x2y",
        "A-1-2, a",
        "$!|, sii"
    })
    void isTheNameWithoutItsNumberAndDisguise(String name, String stem) {
        assertThat(NameStem.of(name)).isEqualTo(stem);
    }

    @Property
    void isTheSameForEveryNumberBehindTheName(
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 12) String name,
            @ForAll @IntRange(max = 99_999) int number) {
        assertThat(NameStem.of(name + number)).isEqualTo(name);
        assertThat(NameStem.of(name + "_" + number)).isEqualTo(name);
    }

    @Property
    void editDistanceIsThatOfTheNaiveRecursion(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 5) String a,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 5) String b,
            @ForAll @IntRange(max = 4) int limit) {
        assertThat(EditDistance.isWithin(a, b, limit)).isEqualTo(naive(a, b) <= limit);
    }

    private static int naive(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        int same = naive(a.substring(1), b.substring(1));
        return a.charAt(0) == b.charAt(0)
                ? same
                : 1 + Math.min(same, Math.min(naive(a.substring(1), b), naive(a, b.substring(1))));
    }
}
