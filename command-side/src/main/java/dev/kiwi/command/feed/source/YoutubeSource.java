package dev.kiwi.command.feed.source;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.Video;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.UpstreamRequest;
import dev.kiwi.command.upstream.UpstreamService;
import dev.kiwi.command.upstream.Validators;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Videos about the game on YouTube (feeds-events.md A3). */
public final class YoutubeSource implements Source {
    private static final int LONGEST_ID = 64;
    private static final Comparator<Video> NEWEST_FIRST =
            Comparator.comparing(Video::publishedAt, Comparator.nullsLast(Comparator.reverseOrder()));

    private final UpstreamService service;
    private final String key;
    private final VideoSettings settings;
    private final Clock clock;

    /** @param key of the Data API; blank: nothing is fetched */
    public YoutubeSource(UpstreamService service, String key, VideoSettings settings, Clock clock) {
        this.service = service;
        this.key = key;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Feed.YOUTUBE.key();
    }

    @Override
    public String host() {
        return service.host();
    }

    @Override
    public boolean isConfigured() {
        return !key.isBlank();
    }

    @Override
    public boolean isLeftAlone() {
        return service.isLeftAlone();
    }

    @Override
    public Fetched fetch(Validators known) throws UpstreamFailure {
        Map<String, JsonNode> found = search();
        if (found.isEmpty()) {
            return new Fetched.Told(Items.videos(Feed.YOUTUBE, List.of()), Validators.NONE);
        }
        Map<String, JsonNode> details = details(found);
        VideoRules rules = settings.rules();
        List<Video> videos = found.entrySet().stream()
                .map(entry -> new YoutubeVideo(
                        entry.getKey(),
                        entry.getValue(),
                        details.getOrDefault(entry.getKey(), MissingNode.getInstance())))
                .filter(rules::accept)
                .map(YoutubeVideo::video)
                .toList();
        return new Fetched.Told(Items.videos(Feed.YOUTUBE, newest(videos)), Validators.NONE);
    }

    private Map<String, JsonNode> search() throws UpstreamFailure {
        Instant after = clock.instant().minus(settings.cutoff()).truncatedTo(ChronoUnit.SECONDS);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("part", "snippet");
        query.put("q", settings.query());
        query.put("type", "video");
        query.put("order", "relevance");
        query.put("publishedAfter", after.toString());
        query.put("maxResults", "50");
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (JsonNode item : ask("search", query)) {
            String id = UpstreamText.member(item.path("id"), "videoId", LONGEST_ID);
            if (id != null) {
                found.putIfAbsent(id, item);
            }
        }
        return found;
    }

    private Map<String, JsonNode> details(Map<String, JsonNode> found) throws UpstreamFailure {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("part", "snippet,contentDetails");
        query.put("id", String.join(",", found.keySet()));
        Map<String, JsonNode> details = new HashMap<>();
        for (JsonNode item : ask("videos", query)) {
            String id = UpstreamText.member(item, "id", LONGEST_ID);
            if (id != null) {
                details.putIfAbsent(id, item);
            }
        }
        return details;
    }

    private JsonNode ask(String what, Map<String, String> query) throws UpstreamFailure {
        query.put("key", key);
        JsonNode items = FeedJson.read(service.send(
                                UpstreamRequest.get(service.below("/youtube/v3/" + what + "?" + QueryText.of(query)))
                                        .withoutRedirects())
                        .text())
                .path("items");
        if (!items.isArray()) {
            throw UpstreamFailure.unusable("its answer is no list of videos");
        }
        return items;
    }

    /** The newest of each channel, and of those the newest. */
    private List<Video> newest(List<Video> videos) {
        Map<String, Integer> ofChannel = new HashMap<>();
        return videos.stream()
                .sorted(NEWEST_FIRST)
                .filter(video -> ofChannel.merge(video.channel(), 1, Integer::sum) <= settings.perChannel())
                .limit(settings.most())
                .toList();
    }
}
