package dev.kiwi.command.feed.source;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.api.feed.NewsItem;
import dev.kiwi.api.feed.RecordFetch;
import dev.kiwi.command.upstream.UpstreamAnswer;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.UpstreamRequest;
import dev.kiwi.command.upstream.UpstreamService;
import dev.kiwi.command.upstream.Validators;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The game's news, an RSS feed behind a redirect (feeds-events.md A1). */
public final class NewsSource implements Source {
    private final UpstreamService service;

    public NewsSource(UpstreamService service) {
        this.service = service;
    }

    @Override
    public String name() {
        return Feed.NEWS.key();
    }

    @Override
    public String host() {
        return service.host();
    }

    @Override
    public boolean isLeftAlone() {
        return service.isLeftAlone();
    }

    @Override
    public Fetched fetch(Validators known) throws UpstreamFailure {
        UpstreamAnswer answer = service.send(UpstreamRequest.get(service.below("/feed"))
                .with("Accept", "application/rss+xml, application/xml;q=0.9, */*;q=0.5")
                .unless(known));
        if (answer.isUnchanged()) {
            return new Fetched.Unchanged();
        }
        Map<String, FeedItem> items = new LinkedHashMap<>();
        for (NewsItem article : NewsPage.articles(answer.body())) {
            items.putIfAbsent(article.url(), item(article));
        }
        return new Fetched.Told(new RecordFetch(Feed.NEWS, List.copyOf(items.values())), answer.validators());
    }

    private static FeedItem item(NewsItem article) {
        Long published = article.publishedAt();
        return new FeedItem(
                article.url(),
                published == null ? null : Instant.ofEpochSecond(published),
                null,
                null,
                FeedJson.write(article));
    }
}
