package dev.kiwi.api.feed;

/** Query for the newest articles, each once however many categories it came in; answered with {@link NewsList}. */
public record ListNews(int limit) {}
