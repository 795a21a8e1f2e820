package dev.kiwi.command.feed.source;

import dev.kiwi.api.config.RuntimeSettings;
import java.time.Duration;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The tunables of videos (feeds-events.md A5), as they are in force at each fetch. */
public final class VideoSettings {
    private final Supplier<String> query;
    private final Supplier<String> excludedChannels;
    private final Supplier<String> excludedTerms;
    private final Supplier<String> requiredTerms;
    private final Supplier<String> relevantTerms;
    private final Supplier<String> categoryId;
    private final Supplier<String> keyword;
    private final IntSupplier cutoffDays;
    private final IntSupplier perChannel;
    private final IntSupplier most;

    public VideoSettings(RuntimeSettings settings) {
        this.query = settings.text("feeds_youtube_query");
        this.excludedChannels = settings.text("feeds_youtube_excluded_channels");
        this.excludedTerms = settings.text("feeds_youtube_excluded_title_terms");
        this.requiredTerms = settings.text("feeds_youtube_require_terms");
        this.relevantTerms = settings.text("feeds_youtube_relevance_terms");
        this.categoryId = settings.text("feeds_youtube_video_category_id");
        this.keyword = settings.text("feeds_bilibili_keyword");
        this.cutoffDays = settings.integer("feeds_video_cutoff_days");
        this.perChannel = settings.integer("feeds_per_channel_max");
        this.most = settings.integer("feeds_max_items");
    }

    /** What YouTube is searched for. */
    String query() {
        return query.get();
    }

    /** What Bilibili is searched for. */
    String keyword() {
        return keyword.get();
    }

    VideoRules rules() {
        return new VideoRules(
                Set.copyOf(VideoRules.list(excludedChannels.get())),
                VideoRules.words(excludedTerms.get()),
                VideoRules.words(requiredTerms.get()),
                VideoRules.words(relevantTerms.get()),
                categoryId.get().strip());
    }

    /** Older videos are left out. */
    Duration cutoff() {
        return Duration.ofDays(cutoffDays.getAsInt());
    }

    int perChannel() {
        return perChannel.getAsInt();
    }

    int most() {
        return most.getAsInt();
    }
}
