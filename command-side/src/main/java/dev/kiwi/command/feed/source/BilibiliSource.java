package dev.kiwi.command.feed.source;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.Video;
import dev.kiwi.command.upstream.UpstreamAnswer;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.UpstreamRequest;
import dev.kiwi.command.upstream.UpstreamService;
import dev.kiwi.command.upstream.Validators;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Videos about the game on Bilibili, read off the page that a browser gets (feeds-events.md A4). */
public final class BilibiliSource implements Source {
    /** Other callers are shown a riddle instead of the page. */
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final UpstreamService service;
    private final VideoSettings settings;
    private final Clock clock;

    public BilibiliSource(UpstreamService service, VideoSettings settings, Clock clock) {
        this.service = service;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Feed.BILIBILI.key();
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
        String query = QueryText.of(Map.of("keyword", settings.keyword()));
        UpstreamAnswer answer = service.send(UpstreamRequest.get(service.below("/all?" + query))
                .with("User-Agent", BROWSER)
                .with("Accept", "text/html"));
        List<Video> cards = BilibiliPage.videos(answer.text(), clock.instant());
        return new Fetched.Told(Items.videos(Feed.BILIBILI, chosen(cards)), Validators.NONE);
    }

    /** In the order of the page, which is that of relevance; then the newest first. */
    private List<Video> chosen(List<Video> cards) {
        Instant oldest = clock.instant().minus(settings.cutoff());
        Map<String, Integer> ofAuthor = new HashMap<>();
        List<Video> chosen = new ArrayList<>();
        for (Video card : cards) {
            boolean recent = Objects.requireNonNullElse(card.publishedAt(), 0L) >= oldest.getEpochSecond();
            if (recent
                    && chosen.size() < settings.most()
                    && ofAuthor.merge(card.channel(), 1, Integer::sum) <= settings.perChannel()) {
                chosen.add(card);
            }
        }
        chosen.sort(Comparator.comparing(Video::publishedAt, Comparator.nullsLast(Comparator.reverseOrder())));
        return chosen;
    }
}
