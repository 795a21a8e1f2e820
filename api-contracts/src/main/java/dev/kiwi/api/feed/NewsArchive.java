package dev.kiwi.api.feed;

import java.util.List;

/** Newest first. @param total of all pages */
public record NewsArchive(List<NewsItem> items, int count, long total) {}
