package dev.kiwi.api.webhook;

import org.jspecify.annotations.Nullable;

/**
 * Query for the enabled webhooks that want a kind of event, answered with {@link Subscribers}.
 *
 * @param accountId whom it happened to; null for what concerns everybody
 */
public record FindSubscribers(WebhookKind kind, @Nullable String accountId) {}
