/** Feeds over HTTP, and how their relays fare (feeds-events.md A). */
@NullMarked
package dev.kiwi.web.feed;

import org.jspecify.annotations.NullMarked;
