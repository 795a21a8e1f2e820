package dev.kiwi.command.webhook.delivery;

import dev.kiwi.api.webhook.WebhookKind;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has happened, as receivers are told.
 *
 * @param accountId whom it happened to; null for what concerns everybody
 * @param data JSON-able values by name; no secret, no personal data of anybody but the account
 */
record Notice(WebhookKind kind, @Nullable String accountId, Instant at, Map<String, ? extends @Nullable Object> data) {}
