package dev.kiwi.api.rotation;

/**
 * What became of a capture.
 *
 * @param anchor the window that it belongs to, unix seconds of its start
 * @param refreshed whether there was one for this window already
 */
public record Captured(long anchor, String name, boolean refreshed) {}
