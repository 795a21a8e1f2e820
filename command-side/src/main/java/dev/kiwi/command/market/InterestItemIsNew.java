package dev.kiwi.command.market;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import java.util.Set;

/** No name is on the interest list twice. */
record InterestItemIsNew(String name, Set<String> listed) implements Rule {
    @Override
    public boolean isViolated() {
        return listed.contains(name);
    }

    @Override
    public String message() {
        return "The item is on the list already.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.CONFLICT;
    }
}
