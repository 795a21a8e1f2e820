/** Generated sample data ({@code kiwi up --demo}, {@code kiwi sample-dump}): the same hour is the same bytes. */
@NullMarked
package dev.kiwi.web.demo;

import org.jspecify.annotations.NullMarked;
