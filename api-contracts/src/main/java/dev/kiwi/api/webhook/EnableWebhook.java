package dev.kiwi.api.webhook;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * An administrator lets a webhook go on. Leads to {@link WebhookEvent.WebhookEnabled}, or to nothing when it is enabled
 * already. Refused with {@code not_found} when it is deleted. Answers with the {@link WebhookView}.
 */
public record EnableWebhook(String webhookId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return WebhookKey.of(webhookId);
    }
}
