package dev.kiwi.command.feed.source;

import dev.kiwi.api.release.Changelog.ChangelogCommit;
import dev.kiwi.api.release.Changelog.ChangelogGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Puts commits, newest first, under the version that they came with. */
final class CommitGroups {
    private static final String UNRELEASED = "Unreleased";
    private static final Pattern PREFIX = Pattern.compile("([a-zA-Z]{1,40})(?:\\([^)]{1,100}\\))?:");
    private static final int SHORT = 7;
    private static final int LONGEST_LINE = 300;

    private CommitGroups() {}

    /** @param most so many of them @param tags names by the commit that they stand on, which is the newest of its version */
    static List<ChangelogGroup> of(JsonNode commits, int most, Map<String, String> tags) {
        List<ChangelogGroup> groups = new ArrayList<>();
        String version = UNRELEASED;
        List<ChangelogCommit> group = new ArrayList<>();
        List<ChangelogCommit> newest = commits.valueStream()
                .flatMap(entry -> Stream.ofNullable(commit(entry)))
                .limit(most)
                .toList();
        for (ChangelogCommit commit : newest) {
            String tag = tags.get(commit.sha());
            if (tag != null) {
                close(groups, version, group);
                version = tag;
                group = new ArrayList<>();
            }
            group.add(commit);
        }
        close(groups, version, group);
        return groups;
    }

    private static void close(List<ChangelogGroup> groups, String version, List<ChangelogCommit> commits) {
        if (!commits.isEmpty()) {
            groups.add(new ChangelogGroup(version, List.copyOf(commits)));
        }
    }

    private static @Nullable ChangelogCommit commit(JsonNode entry) {
        String sha = UpstreamText.member(entry, "sha", LONGEST_LINE);
        String whole = entry.path("commit").path("message").stringValue("").strip();
        String message = UpstreamText.line(whole.lines().findFirst().orElse(""), LONGEST_LINE);
        if (sha == null || message == null) {
            return null;
        }
        Matcher prefix = PREFIX.matcher(message);
        return new ChangelogCommit(
                sha,
                sha.substring(0, Math.min(SHORT, sha.length())),
                message,
                prefix.lookingAt() ? prefix.group(1).toLowerCase(Locale.ROOT) : null,
                UpstreamText.link(entry.path("html_url").stringValue("")));
    }
}
