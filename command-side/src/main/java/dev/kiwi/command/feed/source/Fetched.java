package dev.kiwi.command.feed.source;

import dev.kiwi.command.upstream.Validators;

/** What a source has answered. */
public sealed interface Fetched {
    /** Nothing, or the same as the last time by its own word. */
    record Unchanged() implements Fetched {}

    /** Nobody was asked, because nothing can be new yet. */
    record NotAsked() implements Fetched {}

    /**
     * @param command that records it, and decides whether it is new
     * @param validators to ask with the next time
     */
    record Told(Object command, Validators validators) implements Fetched {}
}
