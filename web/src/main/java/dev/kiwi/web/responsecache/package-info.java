/**
 * Answers that are the same for every caller, kept until one of their read models changes or the clock makes them others,
 * with ETags (304).
 *
 * <p><b>How stale it may be.</b> On the node that projects: not at all, the change is known before the new position is. On
 * other nodes: as long as a Redis message takes; while none arrive, nothing is kept. A request with
 * {@code Kiwi-Min-Position} is never answered from here.
 */
@NullMarked
package dev.kiwi.web.responsecache;

import org.jspecify.annotations.NullMarked;
