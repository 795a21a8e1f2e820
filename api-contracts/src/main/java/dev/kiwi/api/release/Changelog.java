package dev.kiwi.api.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commits by the version that they first came with (misc-btt.md D1).
 *
 * @param groups newest first, none empty
 * @param rateLimited upstream refused the last fetch, so the groups are those of the one before
 */
public record Changelog(List<ChangelogGroup> groups, boolean rateLimited) {
    public static final Changelog EMPTY = new Changelog(List.of(), false);

    /** @param version a tag, or {@code Unreleased} */
    public record ChangelogGroup(String version, List<ChangelogCommit> commits) {}

    /**
     * @param message its first line
     * @param type its conventional prefix, for example {@code fix}
     */
    public record ChangelogCommit(
            String sha,
            String shortSha,
            String message,
            @Nullable String type,
            String url) {}
}
