package dev.kiwi.command.feed.source;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.command.upstream.UpstreamRequest;
import dev.kiwi.command.upstream.UpstreamService;

/** The game's news, an RSS feed behind a redirect (feeds-events.md A1). */
public final class NewsSource {
    private static final String RSS = "application/rss+xml, application/xml;q=0.9, */*;q=0.5";

    private NewsSource() {}

    public static Source of(UpstreamService service) {
        return new DocumentSource(
                Feed.NEWS,
                service,
                known -> service.send(UpstreamRequest.get(service.below("/feed"))
                        .with("Accept", RSS)
                        .unless(known)),
                answer -> NewsPage.articles(answer.body()).stream()
                        .map(article -> Items.published(article.url(), article.publishedAt(), article))
                        .toList());
    }
}
