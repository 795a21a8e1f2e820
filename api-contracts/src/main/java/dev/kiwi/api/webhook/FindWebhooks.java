package dev.kiwi.api.webhook;

import java.util.List;

/** Query for webhooks of anybody, answered with {@link WebhookList} in no order; those that there are not are left out. */
public record FindWebhooks(List<String> webhookIds) {}
