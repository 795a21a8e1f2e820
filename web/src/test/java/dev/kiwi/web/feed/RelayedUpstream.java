package dev.kiwi.web.feed;

import dev.kiwi.embedded.TestUpstream.Answer;
import dev.kiwi.embedded.TestUpstream.Asked;
import java.time.Instant;
import java.util.Locale;

/** Each relay: where it asks, where its answers are read, and an answer that is good. */
enum RelayedUpstream {
    NEWS("/feed", "/v1/feeds/news"),
    TWITCH("/helix/streams", "/v1/feeds/twitch"),
    YOUTUBE("/youtube/v3/", "/v1/feeds/youtube"),
    BILIBILI("/all", "/v1/feeds/bilibili"),
    TROVE_EVENTS("/calendar/feed", "/v1/feeds/events/categories"),
    BTT_RELEASES("/repos/AallynReed/BetterTroveTools/releases", "/v1/btt/releases"),
    BTT_CHANGELOG("/repos/AallynReed/BetterTroveTools/commits", "/v1/btt/changelog"),
    CHAOS_CHEST("/api/chaos-chest", "/v1/rotations/chaos-chest"),
    DELVES(FeedStandIn.DELVES, "/v1/rotations/delves");

    private final String path;
    private final String endpoint;

    RelayedUpstream(String path, String endpoint) {
        this.path = path;
        this.endpoint = endpoint;
    }

    String relay() {
        return name().toLowerCase(Locale.ROOT);
    }

    String path() {
        return path;
    }

    /** Whether what it tells is of a moment: others capture the present, so that a later one is looked at. */
    boolean isOfAMoment() {
        return this == CHAOS_CHEST || this == DELVES;
    }

    String endpoint(Instant at) {
        return isOfAMoment() ? endpoint + "?at=" + at.getEpochSecond() : endpoint;
    }

    /** @param mark a word that is to be found in what is served then */
    Answer good(Asked asked, String mark) {
        return new Answer(
                200,
                switch (this) {
                    case NEWS ->
                        "<rss version='2.0'><channel><item><title>" + mark + "</title><link>https://t.example/" + mark
                                + "</link><pubDate>Mon, 22 Nov 2038 10:00:00 GMT</pubDate></item></channel></rss>";
                    case TWITCH -> "{\"data\":[{\"user_login\":\"" + mark + "\"}]}";
                    case YOUTUBE ->
                        "{\"items\":[{\"id\":{\"videoId\":\"" + mark + "\"},\"snippet\":{\"title\":\"Trove geode\","
                                + "\"channelTitle\":\"Mira\",\"publishedAt\":\"" + Instant.now() + "\"}}]}";
                    case BILIBILI ->
                        "<div class='bili-video-card'><a href='//www.bilibili.com/video/" + mark + "'></a></div>";
                    case TROVE_EVENTS ->
                        "[{\"id\":\"" + mark + "\",\"category\":\"" + mark
                                + "\",\"startdate\":1,\"enddate\":4102444800}]";
                    // One of those that BttTest has.
                    case BTT_RELEASES ->
                        "[{\"id\":2,\"tag_name\":\"" + mark + "\",\"html_url\":\"https://github.com/r\","
                                + "\"published_at\":\"2001-01-01T00:00:00Z\"}]";
                    case BTT_CHANGELOG ->
                        asked.path().contains("/tags")
                                ? "[]"
                                : "[{\"sha\":\"" + mark + "\",\"commit\":{\"message\":\"" + mark + "\"}}]";
                    case CHAOS_CHEST -> "{\"name\":\"" + mark + "\"}";
                    case DELVES -> "{\"depths\":[{\"boss\":\"" + mark + "\"}]}";
                });
    }
}
