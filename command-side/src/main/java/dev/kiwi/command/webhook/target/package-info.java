/** Whom webhooks may reach: addresses that users name, and the private networks behind this node that they must not. */
@NullMarked
package dev.kiwi.command.webhook.target;

import org.jspecify.annotations.NullMarked;
