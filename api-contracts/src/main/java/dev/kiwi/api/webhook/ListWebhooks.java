package dev.kiwi.api.webhook;

/** Query for all webhooks of an account, oldest first, answered with {@link WebhookList}. */
public record ListWebhooks(String accountId) {}
