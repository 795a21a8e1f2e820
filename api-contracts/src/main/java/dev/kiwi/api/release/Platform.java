package dev.kiwi.api.release;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a release's files run on, by their endings, the preferred first (facts/btt.json). */
public enum Platform {
    WINDOWS(".msi", ".exe"),
    LINUX(".appimage", ".deb", ".rpm", ".tar.gz"),
    ANDROID(".apk");

    private final List<String> endings;

    Platform(String... endings) {
        this.endings = List.of(endings);
    }

    /** For example {@code windows}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Platform> of(String key) {
        return Arrays.stream(values())
                .filter(platform -> platform.key().equals(key))
                .findFirst();
    }

    /** The files for this platform, the preferred first. */
    public List<Release.ReleaseAsset> among(List<Release.ReleaseAsset> assets) {
        return assets.stream()
                .filter(asset -> rank(asset) < endings.size())
                .sorted(Comparator.comparingInt(this::rank).thenComparing(Release.ReleaseAsset::name))
                .toList();
    }

    private int rank(Release.ReleaseAsset asset) {
        String name = asset.name().toLowerCase(Locale.ROOT);
        int rank = 0;
        while (rank < endings.size() && !name.endsWith(endings.get(rank))) {
            rank++;
        }
        return rank;
    }
}
