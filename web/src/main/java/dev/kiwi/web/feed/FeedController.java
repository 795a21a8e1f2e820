package dev.kiwi.web.feed;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.ListNews;
import dev.kiwi.api.feed.ListStreams;
import dev.kiwi.api.feed.ListVideos;
import dev.kiwi.api.feed.NewsList;
import dev.kiwi.api.feed.StreamList;
import dev.kiwi.api.feed.TwitchStream;
import dev.kiwi.api.feed.Video;
import dev.kiwi.api.feed.VideoList;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.command.feed.Relays;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.responsecache.SharedResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** News, streams and videos, as they were recorded last: no request waits for an upstream (feeds-events.md A1 to A4). */
@RestController
@Tag(name = "feeds", description = "News, streams, videos and events of the community, relayed")
@RequestMapping("/v1/feeds")
@Gate(value = Gate.Kind.PUBLIC, scope = "feeds:read")
@ReadsFrom(Projection.FEED)
@SharedResponse
class FeedController {
    private final Queries queries;
    private final Relays relays;

    FeedController(Queries queries, Relays relays) {
        this.queries = queries;
        this.relays = relays;
    }

    /**
     * @param fetchedAt unix seconds of the fetch that brought these items; null when nothing was ever fetched
     * @param configured whether this instance has what the upstream asks for; false: nothing new comes
     */
    record StreamsReply(
            List<TwitchStream> items, int count, @Nullable Long fetchedAt, boolean configured) {}

    /** As {@link StreamsReply}. */
    record VideosReply(
            List<Video> items, int count, @Nullable Long fetchedAt, boolean configured) {}

    @GetMapping("/news")
    @Operation(
            operationId = "listNews",
            summary = "List the newest articles",
            description = "Newest first. An article that came once per category is shown once, with all of them.")
    Mono<NewsList> news(
            @Parameter(description = "How many articles at most") @RequestParam(defaultValue = "20") @Min(1) @Max(50)
                    int limit) {
        return queries.ask(new ListNews(limit), NewsList.class);
    }

    @GetMapping("/twitch")
    @Operation(
            operationId = "listTwitchStreams",
            summary = "List who streams the game on Twitch",
            description = "`fetched_at` is when these items were fetched: it stays while nothing changes. "
                    + "With `configured` false no credential is set and nothing new comes.")
    Mono<StreamsReply> twitch() {
        return queries.ask(new ListStreams(), StreamList.class)
                .map(list -> new StreamsReply(
                        list.items(), list.items().size(), list.fetchedAt(), relays.isConfigured(Feed.TWITCH.key())));
    }

    @GetMapping("/youtube")
    @Operation(
            operationId = "listYoutubeVideos",
            summary = "List recent videos about the game on YouTube",
            description = "Newest first. `fetched_at` and `configured` are as for Twitch.")
    Mono<VideosReply> youtube() {
        return videos(Feed.YOUTUBE);
    }

    @GetMapping("/bilibili")
    @Operation(
            operationId = "listBilibiliVideos",
            summary = "List recent videos about the game on Bilibili",
            description =
                    "Newest first. `fetched_at` is as for Twitch; no credential is needed. Their pictures load only "
                            + "through `/v1/feeds/bilibili/image`.")
    Mono<VideosReply> bilibili() {
        return videos(Feed.BILIBILI);
    }

    private Mono<VideosReply> videos(Feed feed) {
        return queries.ask(new ListVideos(feed), VideoList.class)
                .map(list -> new VideosReply(
                        list.items(), list.items().size(), list.fetchedAt(), relays.isConfigured(feed.key())));
    }
}
