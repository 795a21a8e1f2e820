package dev.kiwi.command.webhook;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Only its owner or an administrator touches a webhook, while it is there; "not yours" reads like "not there".
 *
 * @param asking null for an administrator
 */
record WebhookBelongsToCaller(String owner, @Nullable String asking, boolean deleted) implements Rule {
    @Override
    public boolean isViolated() {
        return deleted || (asking != null && !owner.equals(asking));
    }

    @Override
    public String message() {
        return "There is no such webhook.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.NOT_FOUND;
    }
}
