package dev.kiwi.command.webhook;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import dev.kiwi.command.webhook.target.TargetRules;
import org.jspecify.annotations.Nullable;

/** What can be told of an address without a look-up; where its name leads is judged at each call. @param url null for none */
record TargetMayBeCalled(TargetRules targets, @Nullable String url) implements Rule {
    @Override
    public boolean isViolated() {
        return url != null && targets.parse(url).isEmpty();
    }

    @Override
    public String message() {
        return "A webhook's address is an https URL of a public host, on port 443 or one from 1024 on,"
                + " without user name, password and fragment.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.BAD_REQUEST;
    }
}
