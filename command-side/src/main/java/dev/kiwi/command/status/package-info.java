/** Probes the game's servers, and records when one comes up or goes down (misc-btt.md B). */
@NullMarked
package dev.kiwi.command.status;

import org.jspecify.annotations.NullMarked;
