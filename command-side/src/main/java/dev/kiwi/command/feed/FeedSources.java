package dev.kiwi.command.feed;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.command.feed.source.BilibiliSource;
import dev.kiwi.command.feed.source.ChangelogSource;
import dev.kiwi.command.feed.source.ChaosChestSource;
import dev.kiwi.command.feed.source.DelveHistorySource;
import dev.kiwi.command.feed.source.Delves;
import dev.kiwi.command.feed.source.DelvesSource;
import dev.kiwi.command.feed.source.Github;
import dev.kiwi.command.feed.source.NewsSource;
import dev.kiwi.command.feed.source.PastDelveWeeks;
import dev.kiwi.command.feed.source.ReleasesSource;
import dev.kiwi.command.feed.source.TroveEventsSource;
import dev.kiwi.command.feed.source.TwitchSource;
import dev.kiwi.command.feed.source.VideoSettings;
import dev.kiwi.command.feed.source.YoutubeSource;
import dev.kiwi.command.upstream.BoundedHttp;
import dev.kiwi.command.upstream.UpstreamLimits;
import dev.kiwi.command.upstream.UpstreamService;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is relayed, and how often (facts/feeds.json). */
final class FeedSources {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration QUARTER_OF_AN_HOUR = Duration.ofMinutes(15);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final FeedUpstreams upstreams;
    private final BoundedHttp http;
    private final Clock clock;

    FeedSources(FeedUpstreams upstreams, BoundedHttp http, Clock clock) {
        this.upstreams = upstreams;
        this.http = http;
        this.clock = clock;
    }

    List<Relay> relays(RuntimeSettings settings, PastDelveWeeks pastWeeks) {
        VideoSettings videos = new VideoSettings(settings);
        Github github =
                new Github(service("github", upstreams.github()), upstreams.repository(), upstreams.githubToken());
        TwitchSource twitch = new TwitchSource(
                service("twitch", upstreams.twitch()),
                service("twitch-login", upstreams.twitchLogin()),
                upstreams.credentials());
        YoutubeSource youtube =
                new YoutubeSource(service("youtube", upstreams.youtube()), upstreams.youtubeKey(), videos, clock);
        Delves delves = delves();
        DelvesSource current = new DelvesSource(delves, settings.flag("feature_delves_enabled"), clock);
        UpstreamService trovesaurus = service("trovesaurus", upstreams.trovesaurus());
        return List.of(
                new Relay(NewsSource.of(service("news", upstreams.news())), HALF_AN_HOUR),
                new Relay(twitch, FIVE_MINUTES),
                new Relay(youtube, FIVE_MINUTES),
                new Relay(new BilibiliSource(service("bilibili", upstreams.bilibili()), videos, clock), FIVE_MINUTES),
                new Relay(TroveEventsSource.of(trovesaurus), QUARTER_OF_AN_HOUR),
                new Relay(ReleasesSource.of(github), HALF_AN_HOUR),
                new Relay(new ChangelogSource(github), HALF_AN_HOUR),
                new Relay(new ChaosChestSource(trovesaurus), HALF_AN_HOUR),
                new Relay(current, FIVE_MINUTES),
                new Relay(new DelveHistorySource(delves, current, pastWeeks, clock), FIVE_MINUTES));
    }

    private @Nullable Delves delves() {
        if (upstreams.delves().isBlank()) {
            return null;
        }
        UpstreamLimits limits = new UpstreamLimits(
                Duration.ofSeconds(30), 8 << 20, 3, Duration.ofSeconds(1), 6, Duration.ofMinutes(10));
        return new Delves(
                new UpstreamService("delves", URI.create(upstreams.delves()), limits, http, clock),
                upstreams.delvesReferer());
    }

    private UpstreamService service(String name, URI base) {
        return new UpstreamService(name, base, UpstreamLimits.ofRelays(), http, clock);
    }
}
