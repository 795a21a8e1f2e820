package dev.kiwi.command.siteuser;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import org.jspecify.annotations.Nullable;

/** Only a claim that is there can be judged. */
record SomeNameIsClaimed(@Nullable String troveName) implements Rule {
    @Override
    public boolean isViolated() {
        return troveName == null;
    }

    @Override
    public String message() {
        return "This site user claims no name.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.NOT_FOUND;
    }
}
