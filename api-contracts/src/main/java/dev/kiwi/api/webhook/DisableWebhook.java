package dev.kiwi.api.webhook;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Stops a webhook, by an administrator or because nothing gets through. Leads to {@link WebhookEvent.WebhookDisabled},
 * or to nothing when it is disabled already; an administrator's word replaces the others'. Refused with
 * {@code not_found} when it is deleted. Answers with the {@link WebhookView}.
 */
public record DisableWebhook(String webhookId, DisableCause cause) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return WebhookKey.of(webhookId);
    }
}
