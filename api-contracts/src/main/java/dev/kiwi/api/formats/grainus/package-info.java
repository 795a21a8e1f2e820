/**
 * GrainusMod.cfg, a scrape of the marketplace (market.md 1). Promises: one pass over the bytes, cut anywhere; any bytes
 * are accepted, nothing throws; memory of the result plus five fields. "Blank" is any character up to U+0020, as
 * {@link String#trim} has it; U+0000 reads as U+FFFD, because no store can hold it.
 */
@NullMarked
package dev.kiwi.api.formats.grainus;

import org.jspecify.annotations.NullMarked;
