package dev.kiwi.api.release;

import java.util.List;

/**
 * @param total of all pages
 * @param fetchedAt unix seconds of the fetch that brought the newest change; 0 when there was none
 */
public record ReleasePage(List<Release> items, long total, long fetchedAt) {}
