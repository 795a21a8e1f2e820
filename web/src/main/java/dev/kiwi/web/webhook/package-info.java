/** Webhooks of accounts and what was posted to them; runs the process that queues it. */
@NullMarked
package dev.kiwi.web.webhook;

import org.jspecify.annotations.NullMarked;
