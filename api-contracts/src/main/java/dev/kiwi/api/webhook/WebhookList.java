package dev.kiwi.api.webhook;

import java.util.List;

/** Webhooks, disabled ones included, in the order that was asked for. */
public record WebhookList(List<WebhookView> items) {}
