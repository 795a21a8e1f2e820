package dev.kiwi.api.siteuser;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** site-users.md 2. */
class UsernameTest {
    private static final String SHAPE = "[a-z0-9_.]{3,24}";

    @ParameterizedTest
    @ValueSource(
            strings = {"abc", "a.b", "_a_", "0.1", "ada.lovelace_1815", "abcdefghijklmnopqrstuvwx", "kiwi1", "ends."})
    void isAllowed(String text) {
        assertThat(Username.isAllowed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "abcdefghijklmnopqrstuvwxy",
                ".abc",
                "a..b",
                "Abc",
                "a-b",
                "a b",
                "äbc",
                "abc\n",
                "kiwi",
                "stray",
                "mods",
                "admin",
                "hub",
                "popular",
                "git"
            })
    void isNotAllowed(String text) {
        assertThat(Username.isAllowed(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Ada, ada",
        "ADA.Lovelace, ada.lovelace",
        "a....b, a.b",
        "...abc, abc",
        ".-.abc, abc",
        "Größe!, gre",
        "a, akiwi",
        "日本, kiwi",
        "., kiwi",
        "abcdefghijklmnopqrstuvwxyz, abcdefghijklmnopqrst",
        "İx, ixkiwi"
    })
    void isDerivedFromADiscordName(String discordName, String derived) {
        assertThat(Username.derivedFrom(discordName)).isEqualTo(derived);
    }

    @Property
    void whateverTheNameWhatIsDerivedHasTheShape(@ForAll String discordName) {
        String derived = Username.derivedFrom(discordName);
        assertThat(derived)
                .matches(SHAPE)
                .hasSizeLessThanOrEqualTo(20)
                .doesNotStartWith(".")
                .doesNotContain("..");
    }

    /** Random text seldom has the characters that matter. */
    @Property
    void neitherDotsNorShortNamesGetThrough(
            @ForAll @Chars({'.', '_', '-', 'A', 'z', '0', ' '}) @CharRange(from = 'a', to = 'c') @StringLength(max = 40)
                    String discordName) {
        whateverTheNameWhatIsDerivedHasTheShape(discordName);
    }

    @Property
    void aDerivedNameIsDerivedFromItself(@ForAll String discordName) {
        String derived = Username.derivedFrom(discordName);
        assertThat(Username.derivedFrom(derived)).isEqualTo(derived);
    }

    @Property
    void everyTextOfTheShapeIsAllowedOrReserved(
            @ForAll @Chars({'_', '.'}) @CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 26) String text) {
        boolean shaped = text.matches(SHAPE) && !text.startsWith(".") && !text.contains("..");
        if (!shaped) {
            assertThat(Username.isAllowed(text)).isFalse();
        }
    }
}
