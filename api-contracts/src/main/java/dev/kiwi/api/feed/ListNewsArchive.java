package dev.kiwi.api.feed;

/** Query for a page of every article there ever was, as it came (misc-btt.md A); answered with {@link NewsArchive}. */
public record ListNewsArchive(int limit, int offset) {}
