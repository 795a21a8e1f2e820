package dev.kiwi.command.webhook;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import dev.kiwi.api.webhook.WebhookKind;
import java.util.List;

/** A webhook wants one kind of event at least, and only kinds that there are. */
record KindsAreKnown(List<String> slugs) implements Rule {
    @Override
    public boolean isViolated() {
        return slugs.isEmpty()
                || slugs.stream().anyMatch(slug -> WebhookKind.of(slug).isEmpty());
    }

    @Override
    public String message() {
        return "Name one kind of event at least, and only such as GET /webhooks/event-kinds lists.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.BAD_REQUEST;
    }
}
