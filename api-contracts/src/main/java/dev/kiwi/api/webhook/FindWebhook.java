package dev.kiwi.api.webhook;

/** Query for one {@link WebhookView}; refused with {@code not_found} when there is none. */
public record FindWebhook(String webhookId) {}
