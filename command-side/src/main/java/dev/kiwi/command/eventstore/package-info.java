/**
 * The event store (design 3): Axon reads it, {@link dev.kiwi.command.eventstore.GroupCommitEngine} writes it.
 *
 * <p>Promises: positions are dense, gap-free and follow the order of commits; a command that was answered is on disk;
 * a command's events and claims are there together or not at all; every event is chained to the one before.
 */
@NullMarked
package dev.kiwi.command.eventstore;

import org.jspecify.annotations.NullMarked;
