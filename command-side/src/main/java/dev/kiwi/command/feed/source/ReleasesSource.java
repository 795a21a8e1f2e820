package dev.kiwi.command.feed.source;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.api.release.Release;
import dev.kiwi.command.upstream.UpstreamFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Releases of the desktop app (misc-btt.md D1). */
public final class ReleasesSource {
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_BODY = 60_000;
    private static final int MOST_ASSETS = 100;

    private ReleasesSource() {}

    public static Source of(Github github) {
        return new DocumentSource(
                Feed.BTT_RELEASES,
                github.service(),
                known -> github.get("/releases?per_page=100", known),
                answer -> items(FeedJson.read(answer.text())));
    }

    private static List<FeedItem> items(JsonNode answer) throws UpstreamFailure {
        if (!answer.isArray()) {
            throw UpstreamFailure.unusable("its answer is no list of releases");
        }
        return answer.valueStream()
                .flatMap(entry -> Stream.ofNullable(item(entry, LONGEST_BODY)))
                .toList();
    }

    /** Notes that are too long for an event are halved until they are not. */
    private static @Nullable FeedItem item(JsonNode entry, int longestBody) {
        Release release = release(entry, longestBody);
        if (release == null) {
            return null;
        }
        FeedItem item = new FeedItem(
                Long.toString(release.releaseId()),
                Instant.ofEpochSecond(release.publishedAt()),
                null,
                release.channel().key(),
                FeedJson.write(release));
        return item.fitsIntoAnEvent() || longestBody == 0 ? item : item(entry, longestBody / 2);
    }

    /** Null for a draft, and for what lacks an id, a tag, a page or a date. */
    private static @Nullable Release release(JsonNode entry, int longestBody) {
        JsonNode id = entry.path("id");
        String tag = UpstreamText.member(entry, "tag_name", LONGEST_LINE);
        String page = UpstreamText.address(entry.path("html_url").stringValue(""));
        Instant published = IsoTime.of(entry.path("published_at").stringValue(""));
        boolean draft = entry.path("draft").booleanValue(false);
        boolean numbered = id.isIntegralNumber() && id.canConvertToLong();
        if (draft || !numbered || tag == null || page == null || published == null) {
            return null;
        }
        return new Release(
                id.longValue(),
                tag,
                Objects.requireNonNullElse(UpstreamText.member(entry, "name", LONGEST_LINE), ""),
                UpstreamText.text(entry.path("body").stringValue(""), longestBody),
                page,
                entry.path("prerelease").booleanValue(false),
                published.getEpochSecond(),
                assets(entry.path("assets")));
    }

    private static List<Release.ReleaseAsset> assets(JsonNode list) {
        List<Release.ReleaseAsset> assets = new ArrayList<>();
        for (JsonNode entry : list) {
            String name = UpstreamText.member(entry, "name", LONGEST_LINE);
            String url = UpstreamText.address(entry.path("browser_download_url").stringValue(""));
            if (name != null && url != null && assets.size() < MOST_ASSETS) {
                assets.add(new Release.ReleaseAsset(
                        name,
                        url,
                        entry.path("size").longValue(0),
                        UpstreamText.member(entry, "content_type", LONGEST_LINE),
                        entry.path("download_count").longValue(0)));
            }
        }
        return assets;
    }
}
