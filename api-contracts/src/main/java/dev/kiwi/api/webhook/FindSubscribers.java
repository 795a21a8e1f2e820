package dev.kiwi.api.webhook;

import org.jspecify.annotations.Nullable;

/**
 * Query for the enabled webhooks that want a kind of event, answered with {@link Subscribers}.
 *
 * @param accountId whom it happened to; null for what concerns everybody
 * @param position of the event; webhooks that were enabled after it do not want it
 */
public record FindSubscribers(WebhookKind kind, @Nullable String accountId, long position) {}
