/**
 * Mail (platform.md 18): what events lead to a message, the outbox it waits in, and the way out by SMTP. The outbox is
 * the boundary: behind it nothing is ever repeated because events are read again (ADR 0018).
 */
@NullMarked
package dev.kiwi.command.mail;

import org.jspecify.annotations.NullMarked;
