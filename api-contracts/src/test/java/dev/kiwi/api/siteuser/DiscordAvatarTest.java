package dev.kiwi.api.siteuser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** site-users.md 3. */
class DiscordAvatarTest {
    private static final String CDN = "https://cdn.discordapp.com";

    @Test
    void aPictureIsAPngOrMoves() {
        assertThat(DiscordAvatar.url("80351110224678912", "8342729096ea", 128))
                .isEqualTo(CDN + "/avatars/80351110224678912/8342729096ea.png?size=128");
        assertThat(DiscordAvatar.url("80351110224678912", "a_8342729096ea", 256))
                .isEqualTo(CDN + "/avatars/80351110224678912/a_8342729096ea.gif?size=256");
    }

    @ParameterizedTest
    @CsvSource({
        "4194303, 0",
        "4194304, 1",
        "25165823, 5",
        "25165824, 0",
        "80351110224678912, 5",
        "18446744073709551615, 3"
    })
    void withoutAPictureItIsOneOfDiscordsByTheNumber(String discordId, int picture) {
        assertThat(DiscordAvatar.url(discordId, null, 128)).isEqualTo(CDN + "/embed/avatars/" + picture + ".png");
    }

    @Test
    void nobodyHasNone() {
        assertThat(DiscordAvatar.url(null, "8342729096ea", 128)).isNull();
    }

    @Test
    void aFirstNameIsTheGlobalOneElseTheHandleAndNotTooLong() {
        assertThat(new DiscordProfile("1", "ada", " Ada L. ", null).firstDisplayName())
                .isEqualTo("Ada L.");
        assertThat(new DiscordProfile("1", "ada", null, null).firstDisplayName())
                .isEqualTo("ada");
        assertThat(new DiscordProfile("1", "ada", " ", null).firstDisplayName()).isEqualTo("ada");
        String apples = "🍏".repeat(81);
        assertThat(new DiscordProfile("1", "ada", apples, null).firstDisplayName())
                .isEqualTo("🍏".repeat(80));
    }
}
