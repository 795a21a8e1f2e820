/** The ingest log: one row for each submission of a bot, failures too (platform.md 15.3). */
@NullMarked
package dev.kiwi.api.ingest;

import org.jspecify.annotations.NullMarked;
