package dev.kiwi.command.feed.source;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.api.feed.RecordFetch;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.Validators;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Commits of the desktop app by version (misc-btt.md D1). Two items: the groups, and whether GitHub refused the last
 * fetch; a refusal brings only the second, so that the groups of before stay.
 */
public final class ChangelogSource implements Source {
    /** The item with the groups; the other one. */
    public static final String GROUPS = "groups";

    public static final String RATE_LIMITED = "rate_limited";

    private static final int FORBIDDEN = 403;
    private static final int LONGEST_LINE = 300;

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
        return github.host();
    }

    @Override
    public boolean isLeftAlone() {
        return github.isLeftAlone();
    }

    @Override
    public Fetched fetch(Validators known) throws UpstreamFailure {
        Map<String, String> tags = tags();
        JsonNode commits;
        try {
            commits = FeedJson.read(
                    github.get("/commits?per_page=100", Validators.NONE).text());
        } catch (UpstreamFailure e) {
            if (e.kind() == UpstreamFailure.Kind.LIMITED || e.status() == FORBIDDEN) {
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
        return items(
                item(GROUPS, FeedJson.write(CommitGroups.of(commits, tags))),
                item(RATE_LIMITED, FeedJson.write(false)));
    }

    private static Fetched limited() {
        return items(item(RATE_LIMITED, FeedJson.write(true)));
    }

    private static Fetched items(FeedItem... items) {
        return new Fetched.Told(new RecordFetch(Feed.BTT_CHANGELOG, List.of(items)), Validators.NONE);
    }

    private static FeedItem item(String key, String json) {
        return new FeedItem(key, null, null, null, json);
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
