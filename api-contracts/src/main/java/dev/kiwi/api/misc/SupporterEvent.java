package dev.kiwi.api.misc;

import dev.kiwi.api.kernel.EventType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the list of supporters. Their names are those that they are thanked by in public. */
public sealed interface SupporterEvent {
    /** Behind the others. @param addedBy account; null for the configuration */
    @EventType(name = "misc.SupporterAdded")
    record SupporterAdded(String name, @Nullable String addedBy, Instant addedAt) implements SupporterEvent {}

    @EventType(name = "misc.SupporterRemoved")
    record SupporterRemoved(String name, Instant removedAt) implements SupporterEvent {}

    /** The list is another. @param addedBy account; null for the configuration */
    @EventType(name = "misc.SupportersReplaced")
    record SupportersReplaced(List<String> names, @Nullable String addedBy, Instant replacedAt)
            implements SupporterEvent {}
}
