package dev.kiwi.api.feed;

import java.util.List;

/** Newest first. */
public record NewsList(List<NewsItem> items, int count) {}
