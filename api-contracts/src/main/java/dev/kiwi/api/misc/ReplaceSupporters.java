package dev.kiwi.api.misc;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Another list in place of the one there is: trimmed, without blanks, of names that differ in case only the first. Leads
 * to {@link SupporterEvent.SupportersReplaced}; refused with {@code bad_request} when nothing is left, or too much.
 * Answers with {@link ReplacedSupporters}.
 *
 * @param by account; null for the operator
 */
public record ReplaceSupporters(
        List<String> names, @Nullable String by) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SupporterKey.LIST;
    }

    /** How many names were in the list before, and are in it now. */
    public record ReplacedSupporters(int removed, int added) {}
}
