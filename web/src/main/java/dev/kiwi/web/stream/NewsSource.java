package dev.kiwi.web.stream;

import dev.kiwi.api.feed.ListNews;
import dev.kiwi.api.feed.NewsItem;
import dev.kiwi.api.feed.NewsList;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The newest article. */
record NewsSource(QueryDispatcher queries) implements StreamSource {
    /** @param publishedAt unix seconds */
    record Article(String title, String url, @Nullable Long publishedAt) {}

    record NewestArticle(Article item) {}

    @Override
    public String type() {
        return "trove_news";
    }

    @Override
    public Set<Projection> readsFrom() {
        return Set.of(Projection.FEED);
    }

    @Override
    public State at(Instant now) {
        List<NewsItem> newest =
                queries.query(new ListNews(1), NewsList.class).join().items();
        if (newest.isEmpty()) {
            return State.quiet(null);
        }
        NewsItem article = newest.getFirst();
        return new State(
                new NewestArticle(new Article(article.title(), article.url(), article.publishedAt())),
                article.url(),
                null);
    }
}
