package dev.kiwi.api.pageview;

/**
 * Query for {@link PageViews}.
 *
 * @param days window up to now, of 24 hours each
 * @param top most pages that are named
 * @param series whether the course over time is wanted too
 */
public record GetPageViews(int days, int top, boolean series) {}
