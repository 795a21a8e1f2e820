package dev.kiwi.api.formats.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.formats.token.TokenText.Offline;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TokenTextTest {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private final SecureRandom random = new SecureRandom();

    @Property(tries = 200)
    void everyMintedTokenHasTheShapeAndPassesTheOfflineCheck() {
        TokenText token = TokenText.mint("kiwi", random);
        assertThat(token.text()).matches("kiwi_[A-Za-z0-9]{43}_[A-Za-z0-9]{1,6}");
        assertThat(TokenText.check("kiwi", token.text())).isEqualTo(Offline.VALID);
        assertThat(token.prefix()).isEqualTo(token.text().substring(0, 13));
    }

    @Property(tries = 200)
    void oneMistypedCharacterOfTheBodyIsRefusedWithoutALookUp(@ForAll @IntRange(max = 42) int place) {
        String text = TokenText.mint("kiwi", random).text();
        char old = text.charAt(5 + place);
        char other = old == 'a' ? 'b' : 'a';
        String mistyped = text.substring(0, 5 + place) + other + text.substring(6 + place);
        assertThat(TokenText.check("kiwi", mistyped)).isEqualTo(Offline.WRONG_CHECKSUM);
    }

    @Property(tries = 200)
    void anythingOfAnotherShapeIsUnknownAndLookedUp(@ForAll @StringLength(max = 60) String text) {
        assertThat(TokenText.check("kiwi", text)).isEqualTo(Offline.UNKNOWN);
    }

    @Property(tries = 200)
    void theChecksumIsCrc32InBase62WithoutPadding(
            @ForAll @StringLength(43) @CharRange(from = 'a', to = 'z') String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        String presented = "kiwi_" + body + "_" + Base62.encode(crc.getValue());
        assertThat(TokenText.check("kiwi", presented)).isEqualTo(Offline.VALID);
        // A leading zero digit is padding, and padding is another text.
        assertThat(TokenText.check("kiwi", presented.replaceFirst("_(?=[^_]*$)", "_a")))
                .isNotEqualTo(Offline.VALID);
    }

    @Property(tries = 500)
    void base62IsMostSignificantDigitFirst(@ForAll @LongRange(max = 0xFFFFFFFFL) long value) {
        String text = Base62.encode(value);
        long back = 0;
        for (char c : text.toCharArray()) {
            back = back * 62 + ALPHABET.indexOf(c);
        }
        assertThat(back).isEqualTo(value);
        assertThat(text.length()).isBetween(1, 6);
    }

    @Test
    void zeroIsTheFirstDigit() {
        assertThat(Base62.encode(0)).isEqualTo("a");
        assertThat(Base62.encode(61)).isEqualTo("9");
        assertThat(Base62.encode(62)).isEqualTo("ba");
    }

    @Test
    void givenManyTokensWhenCountedThenEveryDigitIsAboutEquallyOftenAndNoneRepeats() {
        int tokens = 20_000;
        int[] counts = new int[62];
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < tokens; i++) {
            String text = TokenText.mint("kiwi", random).text();
            seen.add(text);
            text.substring(5, 48).chars().forEach(c -> counts[ALPHABET.indexOf(c)]++);
        }
        double expected = tokens * 43 / 62.0;
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        assertThat(seen).hasSize(tokens);
        // 61 degrees of freedom: a fair source exceeds 130 once in a million runs; bytes modulo 62 give thousands.
        assertThat(chiSquare).isLessThan(130);
    }

    @Test
    void theSecretShowsInNoLogLine() {
        TokenText token = TokenText.mint("kiwi", random);
        assertThat(token.toString()).doesNotContain(token.text().substring(13));
        RefreshTokenText refresh = RefreshTokenText.mint(random);
        assertThat(refresh.toString()).doesNotContain(refresh.text());
    }

    @Test
    void hashesAreLowerCaseSha256() {
        assertThat(new TokenText("abc").hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aRefreshTokenIs48BytesOfUrlSafeBase64() {
        assertThat(RefreshTokenText.mint(random).text()).matches("[A-Za-z0-9_-]{64}");
    }
}
