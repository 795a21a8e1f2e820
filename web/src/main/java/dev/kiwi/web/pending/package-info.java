/** What waits for an administrator, counted over all contexts. Each context brings its own {@link dev.kiwi.web.pending.OpenQueue}. */
@NullMarked
package dev.kiwi.web.pending;

import org.jspecify.annotations.NullMarked;
