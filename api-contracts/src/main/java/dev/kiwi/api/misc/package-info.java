/** Small things of the website: supporters, clocks, tools (misc-btt.md). */
@NullMarked
package dev.kiwi.api.misc;

import org.jspecify.annotations.NullMarked;
