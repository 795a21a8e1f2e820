package dev.kiwi.api.feed;

/** Query for the live streams, answered with {@link StreamList}. */
public record ListStreams() {}
