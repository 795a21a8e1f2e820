/** Whether the game's servers are up, over HTTP (misc-btt.md B). */
@NullMarked
package dev.kiwi.web.status;

import org.jspecify.annotations.NullMarked;
