package dev.kiwi.api.webhook;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The owner's change of a webhook. Leads to {@link WebhookEvent.WebhookEdited}, {@link WebhookEvent.WebhookEnabled},
 * {@link WebhookEvent.WebhookDisabled}, or to nothing when nothing would change. Refused as a creation is, with
 * {@code forbidden} to enable what an administrator has disabled, with {@code not_found} for anybody but the owner.
 * Answers with the {@link WebhookView}.
 *
 * @param name null, as for the others, for the one it has
 */
public record EditWebhook(
        String webhookId,
        String accountId,
        @Nullable String name,
        @Nullable String url,
        @Nullable List<String> events,
        @Nullable Boolean enabled) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return WebhookKey.of(webhookId);
    }

    /** Leaves the address out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "EditWebhook[" + webhookId + "]";
    }
}
