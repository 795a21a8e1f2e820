package dev.kiwi.api.webhook;

import java.time.Duration;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Has a webhook signed with another secret. Leads to {@link WebhookEvent.SecretRotated}; refused with {@code not_found}
 * for anybody but the owner. Answers with the {@link WebhookView}.
 *
 * @param overlap for so long what is sent is signed with the old secret too
 */
public record RotateWebhookSecret(String webhookId, String accountId, Duration overlap) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return WebhookKey.of(webhookId);
    }
}
