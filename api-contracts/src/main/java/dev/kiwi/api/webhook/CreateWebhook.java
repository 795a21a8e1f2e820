package dev.kiwi.api.webhook;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Subscribes an address to kinds of events. Leads to {@link WebhookEvent.WebhookCreated}; refused with
 * {@code bad_request} for an unknown kind and an address that is not posted to, with {@code conflict} for the eleventh
 * of an account. Answers with the {@link WebhookView}.
 *
 * @param webhookId 24 lower-case hex digits, chosen by the sender
 * @param events slugs of {@link WebhookKind}
 */
public record CreateWebhook(String webhookId, String accountId, String name, String url, List<String> events) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return WebhookKey.of(webhookId);
    }

    /** Leaves the address out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "CreateWebhook[" + webhookId + "]";
    }
}
