/** Webhooks: what accounts subscribe to, and where it is posted. */
@NullMarked
package dev.kiwi.api.webhook;

import org.jspecify.annotations.NullMarked;
