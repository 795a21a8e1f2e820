package dev.kiwi.api.webhook;

import java.util.List;

/** The webhooks of one account, oldest first, disabled ones included. */
public record WebhookList(List<WebhookView> items) {}
