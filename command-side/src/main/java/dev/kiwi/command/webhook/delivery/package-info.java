/** Posts to webhooks: a durable outbox that a process manager fills, sent with retries, with a log of each attempt. */
@NullMarked
package dev.kiwi.command.webhook.delivery;

import org.jspecify.annotations.NullMarked;
