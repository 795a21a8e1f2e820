package dev.kiwi.api.feed;

/** Query for the videos of {@link Feed#YOUTUBE} or {@link Feed#BILIBILI}, answered with {@link VideoList}. */
public record ListVideos(Feed feed) {}
