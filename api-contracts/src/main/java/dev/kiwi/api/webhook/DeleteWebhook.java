package dev.kiwi.api.webhook;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends a webhook for good, with what waits to be sent to it. Leads to {@link WebhookEvent.WebhookDeleted}; refused with
 * {@code not_found} for anybody but the owner, and the second time.
 */
public record DeleteWebhook(String webhookId, String accountId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return WebhookKey.of(webhookId);
    }
}
