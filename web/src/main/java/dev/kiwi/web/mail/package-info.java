/** Runs the mail context's process manager, answers what it asks, and shows its outbox to administrators. */
@NullMarked
package dev.kiwi.web.mail;

import org.jspecify.annotations.NullMarked;
