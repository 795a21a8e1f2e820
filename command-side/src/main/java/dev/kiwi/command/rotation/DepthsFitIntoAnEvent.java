package dev.kiwi.command.rotation;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import dev.kiwi.api.rotation.DelveDepths;

/** A week of delves is no larger than an event may be. */
record DepthsFitIntoAnEvent(DelveDepths depths) implements Rule {
    @Override
    public boolean isViolated() {
        return !depths.fitIntoAnEvent();
    }

    @Override
    public String message() {
        return "The delves of a week are too large to be kept.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.BAD_REQUEST;
    }
}
