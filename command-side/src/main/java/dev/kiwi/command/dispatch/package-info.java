/** Sending a command: off the event loop, with metadata, conflict retries and the position that it reached. */
@NullMarked
package dev.kiwi.command.dispatch;

import org.jspecify.annotations.NullMarked;
