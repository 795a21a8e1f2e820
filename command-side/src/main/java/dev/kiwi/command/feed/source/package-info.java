/** The services that are relayed: how each is asked, and what of its answer is taken over. */
@NullMarked
package dev.kiwi.command.feed.source;

import org.jspecify.annotations.NullMarked;
