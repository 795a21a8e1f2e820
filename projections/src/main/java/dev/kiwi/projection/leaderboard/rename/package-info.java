/**
 * Players who took another name (leaderboards.md 18): {@link dev.kiwi.projection.leaderboard.rename.RenameMatch} compares
 * two captures and nothing else, {@link dev.kiwi.projection.leaderboard.rename.RenamePass} hands them to it and keeps what
 * it finds.
 */
@NullMarked
package dev.kiwi.projection.leaderboard.rename;

import org.jspecify.annotations.NullMarked;
