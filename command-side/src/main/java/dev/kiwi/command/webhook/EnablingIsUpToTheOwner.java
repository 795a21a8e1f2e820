package dev.kiwi.command.webhook;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import dev.kiwi.api.webhook.DisableCause;
import dev.kiwi.api.webhook.WebhookView.Disabling;
import org.jspecify.annotations.Nullable;

/** What an administrator has disabled, only an administrator enables. @param enabled what is asked for; null for nothing */
record EnablingIsUpToTheOwner(
        @Nullable Disabling disabling, @Nullable Boolean enabled) implements Rule {
    @Override
    public boolean isViolated() {
        return Boolean.TRUE.equals(enabled) && disabling != null && disabling.cause() == DisableCause.ADMINISTRATOR;
    }

    @Override
    public String message() {
        return "An administrator has disabled this webhook.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.FORBIDDEN;
    }
}
