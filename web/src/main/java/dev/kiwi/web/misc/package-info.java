/** Small things of the website over HTTP (misc-btt.md A, C): clocks, tools, supporters. */
@NullMarked
package dev.kiwi.web.misc;

import org.jspecify.annotations.NullMarked;
