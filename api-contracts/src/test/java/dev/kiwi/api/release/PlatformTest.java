package dev.kiwi.api.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlatformTest {
    private static List<Release.ReleaseAsset> assets(String... names) {
        return Stream.of(names)
                .map(name -> new Release.ReleaseAsset(name, "https://x.example/" + name, 1, null, 0))
                .toList();
    }

    private static Stream<String> names(Platform platform, String... all) {
        return platform.among(assets(all)).stream().map(Release.ReleaseAsset::name);
    }

    @Test
    void theFilesOfAPlatformComePreferredFirstAndThenByName() {
        String[] all = {
            "b.exe", "a.EXE", "z.msi", "x.tar.gz", "b.rpm", "a.deb", "A.AppImage", "a.apk", "notes.txt", "exe"
        };
        assertThat(names(Platform.WINDOWS, all)).containsExactly("z.msi", "a.EXE", "b.exe");
        assertThat(names(Platform.LINUX, all)).containsExactly("A.AppImage", "a.deb", "b.rpm", "x.tar.gz");
        assertThat(names(Platform.ANDROID, all)).containsExactly("a.apk");
        assertThat(names(Platform.ANDROID, "a.exe")).isEmpty();
    }

    @Test
    void namesAreExact() {
        assertThat(Platform.of("linux")).contains(Platform.LINUX);
        assertThat(Platform.of("Linux")).isEmpty();
        assertThat(Channel.of("beta")).contains(Channel.BETA);
        assertThat(Channel.of("nightly")).isEmpty();
    }
}
