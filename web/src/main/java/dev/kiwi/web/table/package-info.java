/** Answers that are tables, as CSV and NDJSON beside JSON, for whoever asks so in {@code Accept}. */
@NullMarked
package dev.kiwi.web.table;

import org.jspecify.annotations.NullMarked;
