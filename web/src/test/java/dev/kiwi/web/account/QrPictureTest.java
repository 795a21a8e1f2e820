package dev.kiwi.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPictureTest {
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final String[] FINDER = {
        "#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######",
    };

    private final QrPicture picture = QrPicture.of("otpauth://totp/Kiwi%20API:me?secret=ABCDEFGHIJKLMNOP");

    @Test
    void hasTheFindersInItsCornersAndAQuietZone() {
        boolean[][] dark = drawn();
        int end = picture.size() - 4 - FINDER.length;
        assertThat(dark[0].length).isEqualTo(picture.size());
        assertFinder(dark, 4, 4);
        assertFinder(dark, end, 4);
        assertFinder(dark, 4, end);
        for (int i = 0; i < picture.size(); i++) {
            for (int edge = 0; edge < 4; edge++) {
                assertThat(dark[edge][i] || dark[i][edge]).isFalse();
                assertThat(dark[picture.size() - 1 - edge][i] || dark[i][picture.size() - 1 - edge])
                        .isFalse();
            }
        }
    }

    @Test
    void tellsItsTextToNoLog() {
        assertThat(picture.toString()).isEqualTo("QrPicture[hidden]");
    }

    private boolean[][] drawn() {
        assertThat(MODULE.matcher(picture.path()).replaceAll("")).isEmpty();
        boolean[][] dark = new boolean[picture.size()][picture.size()];
        for (MatchResult module : MODULE.matcher(picture.path()).results().toList()) {
            dark[Integer.parseInt(module.group(2))][Integer.parseInt(module.group(1))] = true;
        }
        return dark;
    }

    private static void assertFinder(boolean[][] dark, int left, int top) {
        for (int y = 0; y < FINDER.length; y++) {
            StringBuilder line = new StringBuilder();
            for (int x = 0; x < FINDER.length; x++) {
                line.append(dark[top + y][left + x] ? '#' : '.');
            }
            assertThat(line.toString()).isEqualTo(FINDER[y]);
        }
    }
}
