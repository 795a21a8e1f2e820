/** The sealed hash chain over the events: computed at append, sealed every second, verified by streaming. */
@NullMarked
package dev.kiwi.command.eventstore.chain;

import org.jspecify.annotations.NullMarked;
