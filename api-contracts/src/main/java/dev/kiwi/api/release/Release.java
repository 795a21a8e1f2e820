package dev.kiwi.api.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published release.
 *
 * @param name may be empty
 * @param publishedAt unix seconds
 */
public record Release(
        long releaseId,
        String tagName,
        String name,
        String body,
        String htmlUrl,
        boolean prerelease,
        long publishedAt,
        List<ReleaseAsset> assets) {

    /** @param size bytes */
    public record ReleaseAsset(
            String name, String url, long size, @Nullable String contentType, long downloadCount) {}

    public Channel channel() {
        return prerelease ? Channel.BETA : Channel.RELEASE;
    }
}
