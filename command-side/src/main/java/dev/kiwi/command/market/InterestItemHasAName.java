package dev.kiwi.command.market;

import dev.kiwi.api.kernel.Rule;

/** An item of interest has a name. */
record InterestItemHasAName(String name) implements Rule {
    @Override
    public boolean isViolated() {
        return name.isEmpty();
    }

    @Override
    public String message() {
        return "The item needs a name.";
    }
}
