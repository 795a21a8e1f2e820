package dev.kiwi.command.market;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import java.util.Set;

/** Only what is on the interest list can be taken off it. */
record InterestItemIsListed(String name, Set<String> listed) implements Rule {
    @Override
    public boolean isViolated() {
        return !listed.contains(name);
    }

    @Override
    public String message() {
        return "The item is not on the list.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.NOT_FOUND;
    }
}
