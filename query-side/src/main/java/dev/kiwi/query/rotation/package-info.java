/**
 * Answers about the game's rotating content. What follows from the moment is calculated from {@code GameCycle} and the
 * tables in {@code rotations.json}, in whole unix seconds: all boundaries are whole seconds, so that what holds for a second
 * holds for its fractions. What was captured is read from {@code trove}.
 */
@NullMarked
package dev.kiwi.query.rotation;

import org.jspecify.annotations.NullMarked;
