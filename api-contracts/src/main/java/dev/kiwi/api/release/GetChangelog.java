package dev.kiwi.api.release;

/** Query for the {@link Changelog}; answered with {@link StoredChangelog}. */
public record GetChangelog() {}
