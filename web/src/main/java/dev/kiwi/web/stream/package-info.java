/** The live stream of events: every connection gets each change of every source once (docs/event-stream.md). */
@NullMarked
package dev.kiwi.web.stream;

import org.jspecify.annotations.NullMarked;
