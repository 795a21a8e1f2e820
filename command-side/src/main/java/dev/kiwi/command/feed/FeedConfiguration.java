package dev.kiwi.command.feed;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.api.feed.Feed;
import dev.kiwi.command.dispatch.AggregateDefinition;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.feed.source.BilibiliImages;
import dev.kiwi.command.feed.source.PastDelveWeeks;
import dev.kiwi.command.feed.source.TwitchSource;
import dev.kiwi.command.schedule.ScheduledJob;
import dev.kiwi.command.upstream.BoundedHttp;
import dev.kiwi.command.upstream.UpstreamLimits;
import dev.kiwi.command.upstream.UpstreamService;
import java.net.URI;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed context's beans on the command side; each relay is a job of its own, so that one's failure stops no other. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {
    // Twitch's viewers change with every fetch.
    private static final int SNAPSHOT_EVERY = 100;

    @Bean
    AggregateDefinition<RelayedFeed> relayedFeedAggregate() {
        return new AggregateDefinition<>(RelayedFeed.class, SNAPSHOT_EVERY);
    }

    @Bean
    TwitchSource.Credentials twitchCredentials(
            @Value("${TWITCH_CLIENT_ID:}") String clientId, @Value("${TWITCH_CLIENT_SECRET:}") String clientSecret) {
        return new TwitchSource.Credentials(clientId, clientSecret);
    }

    @Bean
    FeedUpstreams feedUpstreams(
            TwitchSource.Credentials twitchCredentials,
            @Value("${UPSTREAM_TROVE_NEWS_URL:https://trovegame.com}") URI news,
            @Value("${UPSTREAM_TWITCH_URL:https://api.twitch.tv}") URI twitch,
            @Value("${UPSTREAM_TWITCH_LOGIN_URL:https://id.twitch.tv}") URI twitchLogin,
            @Value("${UPSTREAM_YOUTUBE_URL:https://www.googleapis.com}") URI youtube,
            @Value("${YT_API_KEY:}") String youtubeKey,
            @Value("${UPSTREAM_BILIBILI_URL:https://search.bilibili.com}") URI bilibili,
            @Value("${UPSTREAM_TROVESAURUS_URL:https://trovesaurus.com}") URI trovesaurus,
            @Value("${UPSTREAM_GITHUB_API_URL:https://api.github.com}") URI github,
            @Value("${BTT_REPOSITORY:AallynReed/BetterTroveTools}") String repository,
            @Value("${BTT_GITHUB_TOKEN:}") String githubToken,
            @Value("${UPSTREAM_DELVES_URL:}") String delves,
            @Value("${DELVES_REFERER:}") String delvesReferer) {
        return new FeedUpstreams(
                news,
                twitch,
                twitchLogin,
                twitchCredentials,
                youtube,
                youtubeKey,
                bilibili,
                trovesaurus,
                github,
                repository,
                githubToken,
                delves,
                delvesReferer);
    }

    @Bean
    Relays relays(
            FeedUpstreams upstreams,
            BoundedHttp http,
            RuntimeSettings settings,
            DataSource dataSource,
            CommandDispatcher commands,
            Clock clock,
            @Value("${FEEDS_ENABLED:true}") boolean enabled) {
        return new Relays(
                new FeedSources(upstreams, http, clock).relays(settings, new PastDelveWeeks(dataSource, clock)),
                new RelayStates(dataSource, clock),
                commands,
                clock,
                enabled);
    }

    @Bean
    BilibiliImages bilibiliImages(
            BoundedHttp http, Clock clock, @Value("${UPSTREAM_BILIBILI_IMAGES_URL:}") String standIn) {
        URI base = URI.create(standIn.isBlank() ? "https://hdslb.com" : standIn);
        return new BilibiliImages(
                new UpstreamService("bilibili-images", base, UpstreamLimits.ofRequests(), http, clock),
                !standIn.isBlank());
    }

    @Bean
    ScheduledJob feedNews(Relays relays) {
        return relays.job(Feed.NEWS.key());
    }

    @Bean
    ScheduledJob feedTwitch(Relays relays) {
        return relays.job(Feed.TWITCH.key());
    }

    @Bean
    ScheduledJob feedYoutube(Relays relays) {
        return relays.job(Feed.YOUTUBE.key());
    }

    @Bean
    ScheduledJob feedBilibili(Relays relays) {
        return relays.job(Feed.BILIBILI.key());
    }

    @Bean
    ScheduledJob feedTroveEvents(Relays relays) {
        return relays.job(Feed.TROVE_EVENTS.key());
    }

    @Bean
    ScheduledJob feedChaosChest(Relays relays) {
        return relays.job("chaos_chest");
    }

    @Bean
    ScheduledJob feedDelves(Relays relays) {
        return relays.job("delves");
    }

    @Bean
    ScheduledJob feedDelvesHistory(Relays relays) {
        return relays.job("delves_history");
    }

    @Bean
    ScheduledJob feedBttReleases(Relays relays) {
        return relays.job(Feed.BTT_RELEASES.key());
    }

    @Bean
    ScheduledJob feedBttChangelog(Relays relays) {
        return relays.job(Feed.BTT_CHANGELOG.key());
    }
}
