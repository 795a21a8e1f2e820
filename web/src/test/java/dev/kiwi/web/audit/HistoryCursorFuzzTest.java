package dev.kiwi.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Cursors of the history from strangers; for a long run see docs/fuzzing.md. */
class HistoryCursorFuzzTest {
    @Property
    void whatWasGivenOutIsReadBack(@ForAll @LongRange(max = 999_999_999_999_999_999L) long position) {
        assertThat(HistoryCursor.position(HistoryCursor.text(position))).isEqualTo(position);
    }

    @Property
    void anythingElseIsAPositionOrRefused(@ForAll("texts") String text) {
        try {
            assertThat(HistoryCursor.position(text)).isNotNegative();
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_REQUEST);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().numeric().ofMaxLength(25),
                Arbitraries.strings().withChars("0123456789-+.eE٣").ofMaxLength(20),
                Arbitraries.strings().ofMaxLength(30));
    }
}
