/** Webhooks of accounts: where what is posted, and the secrets that sign it. */
@NullMarked
package dev.kiwi.command.webhook;

import org.jspecify.annotations.NullMarked;
