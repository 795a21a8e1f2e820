package dev.kiwi.command.feed.source;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.api.feed.RecordFetch;
import dev.kiwi.api.release.Release;
import dev.kiwi.command.upstream.UpstreamAnswer;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.Validators;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Releases of the desktop app (misc-btt.md D1). */
public final class ReleasesSource implements Source {
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_BODY = 60_000;
    private static final int MOST_ASSETS = 100;

    private final Github github;

    public ReleasesSource(Github github) {
        this.github = github;
    }

    @Override
    public String name() {
        return Feed.BTT_RELEASES.key();
    }

    @Override
    public String host() {
        return github.host();
    }

    @Override
    public boolean isLeftAlone() {
        return github.isLeftAlone();
    }

    @Override
    public Fetched fetch(Validators known) throws UpstreamFailure {
        UpstreamAnswer answer = github.get("/releases?per_page=100", known);
        return answer.isUnchanged()
                ? new Fetched.Unchanged()
                : new Fetched.Told(
                        new RecordFetch(Feed.BTT_RELEASES, items(FeedJson.read(answer.text()))), answer.validators());
    }

    static List<FeedItem> items(JsonNode answer) throws UpstreamFailure {
        if (!answer.isArray()) {
            throw UpstreamFailure.unusable("its answer is no list of releases");
        }
        Map<String, FeedItem> items = new LinkedHashMap<>();
        for (JsonNode entry : answer) {
            Release release = release(entry);
            if (release != null) {
                String id = Long.toString(release.releaseId());
                items.putIfAbsent(id, item(id, release));
            }
        }
        return List.copyOf(items.values());
    }

    private static FeedItem item(String id, Release release) {
        return new FeedItem(
                id,
                Instant.ofEpochSecond(release.publishedAt()),
                null,
                release.channel().key(),
                FeedJson.write(release));
    }

    /** Null for a draft, and for what lacks an id, a tag, a page or a date. */
    private static @Nullable Release release(JsonNode entry) {
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
                UpstreamText.text(entry.path("body").stringValue(""), LONGEST_BODY),
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
