/** Answers about webhooks. */
@NullMarked
package dev.kiwi.query.webhook;

import org.jspecify.annotations.NullMarked;
