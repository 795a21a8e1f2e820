package dev.kiwi.api.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeMaskTest {
    @Test
    void theKnownMaskIsFifteenBits() {
        assertThat(ScopeMask.KNOWN).isEqualTo(32_767);
        assertThat(Arrays.stream(Scope.values()).map(Scope::bit)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 32_767, 512 | 128})
    void masksOfKnownBitsAreValid(long mask) {
        assertThat(ScopeMask.valid(mask)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 32_768, 65_536, 1L << 31, 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE})
    void unknownAndNegativeBitsAreNotValid(long mask) {
        assertThat(ScopeMask.valid(mask)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void zeroGrantsEverythingAndABitGrantsItselfOnly(Scope scope) {
        assertThat(ScopeMask.grants(0, scope.key())).isTrue();
        assertThat(ScopeMask.grants(scope.value(), scope.key())).isTrue();
        assertThat(ScopeMask.grants(ScopeMask.KNOWN & ~scope.value(), scope.key()))
                .isFalse();
    }

    @Test
    void anUnknownKeyIsGrantedByZeroOnly() {
        assertThat(ScopeMask.grants(0, "future:read")).isTrue();
        assertThat(ScopeMask.grants(ScopeMask.KNOWN, "future:read")).isFalse();
    }

    @Test
    void decodeAnswersInRegistryOrder() {
        assertThat(ScopeMask.decode(512 | 1 | 128))
                .containsExactly("rotations:read", "codexes:read", "leaderboards:read");
        assertThat(ScopeMask.decode(0)).isEmpty();
    }
}
