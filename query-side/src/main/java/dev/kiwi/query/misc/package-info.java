/** Answers about supporters, tools and clocks (misc-btt.md A, C). */
@NullMarked
package dev.kiwi.query.misc;

import org.jspecify.annotations.NullMarked;
