package dev.kiwi.command.feed;

import dev.kiwi.command.feed.source.Source;
import java.time.Duration;

/** A source, and how often it is asked: from the end of one fetch to the begin of the next. */
public record Relay(Source source, Duration every) {
    /** For example {@code feed-trove-events}. */
    String jobName() {
        return "feed-" + source.name().replace('_', '-');
    }
}
