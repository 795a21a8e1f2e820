package dev.kiwi.command.feed.source;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.Validators;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Commits of the desktop app by version (misc-btt.md D1). Two items: the groups, and whether GitHub refused the last
 * fetch; a refusal brings only the second, so that the groups of before stay.
 */
public final class ChangelogSource implements Source {
    /** The item with the groups; the other one. */
    public static final String GROUPS = "groups";

    public static final String RATE_LIMITED = "rate_limited";

    private static final int LONGEST_LINE = 300;
    private static final int MOST_COMMITS = 100;
    private static final Set<Integer> RATE_LIMITS = Set.of(403, 429);

    private final Github github;

    public ChangelogSource(Github github) {
        this.github = github;
    }

    @Override
    public String name() {
        return Feed.BTT_CHANGELOG.key();
    }

    @Override
    public String host() {
        return github.service().host();
    }

    @Override
    public boolean isLeftAlone() {
        return github.service().isLeftAlone();
    }

    @Override
    public Fetched fetch(Validators known) throws UpstreamFailure {
        Map<String, String> tags = tags();
        JsonNode commits;
        try {
            commits = FeedJson.read(
                    github.get("/commits?per_page=100", Validators.NONE).text());
        } catch (UpstreamFailure e) {
            // A service that is away asks to be left alone too.
            if (e.kind() == UpstreamFailure.Kind.LIMITED && RATE_LIMITS.contains(e.status())) {
                return limited();
            }
            throw e;
        }
        String message = commits.path("message").stringValue("").toLowerCase(Locale.ROOT);
        if (message.contains("rate limit")) {
            return limited();
        }
        if (!commits.isArray()) {
            throw UpstreamFailure.unusable("its answer is no list of commits");
        }
        if (!commits.isEmpty() && CommitGroups.of(commits, 1, tags).isEmpty()) {
            throw UpstreamFailure.unusable("its commits cannot be read");
        }
        return items(groups(commits, tags), Items.published(RATE_LIMITED, null, false));
    }

    /** Of a long history the newest part that an event carries. */
    private static FeedItem groups(JsonNode commits, Map<String, String> tags) {
        for (int most = MOST_COMMITS; ; most /= 2) {
            FeedItem item = Items.published(GROUPS, null, CommitGroups.of(commits, most, tags));
            if (item.fitsIntoAnEvent()) {
                return item;
            }
        }
    }

    private static Fetched limited() throws UpstreamFailure {
        return items(Items.published(RATE_LIMITED, null, true));
    }

    private static Fetched items(FeedItem... items) throws UpstreamFailure {
        return new Fetched.Told(Items.fetched(Feed.BTT_CHANGELOG, List.of(items)), Validators.NONE);
    }

    /** Names by commit; none when GitHub does not tell. */
    private Map<String, String> tags() {
        Map<String, String> tags = new HashMap<>();
        try {
            for (JsonNode tag : FeedJson.read(
                    github.get("/tags?per_page=100", Validators.NONE).text())) {
                String name = UpstreamText.member(tag, "name", LONGEST_LINE);
                String sha = UpstreamText.member(tag.path("commit"), "sha", LONGEST_LINE);
                if (name != null && sha != null) {
                    tags.putIfAbsent(sha, name);
                }
            }
        } catch (UpstreamFailure untold) {
            // All commits are then unreleased, until the next fetch.
            return Map.of();
        }
        return tags;
    }
}
