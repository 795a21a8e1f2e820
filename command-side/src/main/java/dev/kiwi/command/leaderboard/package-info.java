/**
 * Filing dumps. {@link dev.kiwi.command.leaderboard.DumpIntake} takes the upload into the blob store and parses it, one
 * dump at a time and a short queue behind it; the command then carries only what was found. {@link
 * dev.kiwi.command.leaderboard.DumpBacklog} keeps the raw text as files, as a best effort.
 */
@NullMarked
package dev.kiwi.command.leaderboard;

import org.jspecify.annotations.NullMarked;
