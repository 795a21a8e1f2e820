package dev.kiwi.command.market;

import dev.kiwi.api.kernel.Rule;
import java.util.Set;

/** A new interest list names at least one item. */
record InterestListIsNotEmpty(Set<String> names) implements Rule {
    @Override
    public boolean isViolated() {
        return names.isEmpty();
    }

    @Override
    public String message() {
        return "The list needs at least one item.";
    }
}
