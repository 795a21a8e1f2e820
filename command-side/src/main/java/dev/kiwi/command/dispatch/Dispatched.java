package dev.kiwi.command.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * What a command came to.
 *
 * @param result what the handler returned
 * @param position of the last event that the command appended; -1 when it appended none
 */
public record Dispatched<R>(@Nullable R result, long position) {}
