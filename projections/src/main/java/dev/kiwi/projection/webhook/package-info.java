/** Read model of webhooks: one row each, gone when it is deleted or its account erased. */
@NullMarked
package dev.kiwi.projection.webhook;

import org.jspecify.annotations.NullMarked;
