package dev.kiwi.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);
    private static final long STEP = 1_111_111_111 / 30;

    private final Totp totp = new Totp();

    /** RFC 6238, appendix B, the SHA-1 rows; of their eight digits the last six. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(totp.codeAt(SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(code);
    }

    @Test
    void aCodeCountsOneStepEarlyOrLateAndNoFurther() {
        for (int steps = -1; steps <= 1; steps++) {
            assertThat(totp.stepOf(totp.codeAt(SECRET, NOW.plusSeconds(30L * steps)), SECRET, 0, NOW))
                    .hasValue(STEP + steps);
        }
        assertThat(totp.stepOf(totp.codeAt(SECRET, NOW.plusSeconds(60)), SECRET, 0, NOW))
                .isEmpty();
        assertThat(totp.stepOf(totp.codeAt(SECRET, NOW.minusSeconds(60)), SECRET, 0, NOW))
                .isEmpty();
    }

    @Test
    void aCodeThatWasUsedAndEveryOlderOneIsRefused() {
        assertThat(totp.stepOf(totp.codeAt(SECRET, NOW), SECRET, STEP, NOW)).isEmpty();
        assertThat(totp.stepOf(totp.codeAt(SECRET, NOW.minusSeconds(30)), SECRET, STEP, NOW))
                .isEmpty();
        assertThat(totp.stepOf(totp.codeAt(SECRET, NOW.plusSeconds(30)), SECRET, STEP, NOW))
                .hasValue(STEP + 1);
    }

    @Test
    void whatIsNoCodeIsRefused() {
        for (String text : List.of("", "50471", "0050471", "05047l", "٠٥٠٤٧١", "\u0000")) {
            assertThat(totp.stepOf(text, SECRET, 0, NOW)).as(text).isEmpty();
        }
    }

    @Test
    void recoveryCodesAreLongAndDifferentAndAreReadAsPeopleTypeThem() {
        List<String> codes = new RecoveryCodes().mint();
        assertThat(new HashSet<>(codes)).hasSize(10);
        assertThat(codes).allMatch(code -> code.matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}"));
        String code = codes.getFirst();
        assertThat(RecoveryCodes.hash(code.toLowerCase(java.util.Locale.ROOT).replace('-', ' ')))
                .isEqualTo(RecoveryCodes.hash(code));
    }
}
