/** Giveaways: prize drawers, entries and draws that anybody can check (ADR 0030). */
@NullMarked
package dev.kiwi.command.giveaway;

import org.jspecify.annotations.NullMarked;
