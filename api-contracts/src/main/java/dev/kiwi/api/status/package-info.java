/** Whether the game's servers are up (misc-btt.md B). */
@NullMarked
package dev.kiwi.api.status;

import org.jspecify.annotations.NullMarked;
