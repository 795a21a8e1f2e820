package dev.kiwi.web.release;

import dev.kiwi.api.release.Changelog;
import dev.kiwi.api.release.LatestReleases;
import dev.kiwi.api.release.Platform;
import dev.kiwi.api.release.Release;
import dev.kiwi.api.release.ReleasePage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies of {@code /v1/btt} (misc-btt.md D4). Moments are unix seconds. */
final class ReleaseReplies {
    private ReleaseReplies() {}

    /** @param fetchedAt when the releases were fetched that are known */
    record ReleaseMeta(
            long releaseId,
            String tagName,
            String name,
            String body,
            String htmlUrl,
            boolean prerelease,
            String channel,
            long publishedAt,
            long fetchedAt) {

        static ReleaseMeta of(Release release, long fetchedAt) {
            return new ReleaseMeta(
                    release.releaseId(),
                    release.tagName(),
                    release.name(),
                    release.body(),
                    release.htmlUrl(),
                    release.prerelease(),
                    release.channel().key(),
                    release.publishedAt(),
                    fetchedAt);
        }
    }

    record FullRelease(
            long releaseId,
            String tagName,
            String name,
            String body,
            String htmlUrl,
            boolean prerelease,
            String channel,
            long publishedAt,
            long fetchedAt,
            List<Release.ReleaseAsset> assets) {

        static FullRelease of(Release release, long fetchedAt) {
            return new FullRelease(
                    release.releaseId(),
                    release.tagName(),
                    release.name(),
                    release.body(),
                    release.htmlUrl(),
                    release.prerelease(),
                    release.channel().key(),
                    release.publishedAt(),
                    fetchedAt,
                    release.assets());
        }
    }

    /** @param channel null for both */
    record ReleaseList(@Nullable String channel, List<FullRelease> items, int count, long total) {
        static ReleaseList of(@Nullable String channel, ReleasePage page) {
            List<FullRelease> items = page.items().stream()
                    .map(release -> FullRelease.of(release, page.fetchedAt()))
                    .toList();
            return new ReleaseList(channel, items, items.size(), page.total());
        }
    }

    /** @param assets the files for the platform, the preferred first */
    record PlatformLatest(String platform, ReleaseMeta release, List<Release.ReleaseAsset> assets) {
        static Optional<PlatformLatest> of(Platform platform, LatestReleases latest) {
            return Optional.ofNullable(latest.releases().get(platform))
                    .map(release -> new PlatformLatest(
                            platform.key(),
                            ReleaseMeta.of(release, latest.fetchedAt()),
                            platform.among(release.assets())));
        }
    }

    record LatestByPlatform(String channel, PlatformReleases platforms) {}

    /** Null for a platform that nothing was published for. */
    record PlatformReleases(
            @Nullable PlatformLatest windows,
            @Nullable PlatformLatest linux,
            @Nullable PlatformLatest android) {

        static PlatformReleases of(LatestReleases latest) {
            return new PlatformReleases(
                    PlatformLatest.of(Platform.WINDOWS, latest).orElse(null),
                    PlatformLatest.of(Platform.LINUX, latest).orElse(null),
                    PlatformLatest.of(Platform.ANDROID, latest).orElse(null));
        }
    }

    /** @param comparable whether both versions can be read; if not, there is no update either */
    record UpdateAnswer(
            String installed,
            String channel,
            String platform,
            boolean updateAvailable,
            boolean comparable,
            @Nullable PlatformLatest latest) {}

    record ChangelogReply(String repo, List<Changelog.ChangelogGroup> groups, boolean rateLimited, long fetchedAt) {}
}
