/**
 * What is relayed from upstream (feeds-events.md A, misc-btt.md D): fetched by the leading node, recorded when it is other
 * than before. A read never waits for an upstream: it has what was recorded last.
 */
@NullMarked
package dev.kiwi.command.feed;

import org.jspecify.annotations.NullMarked;
