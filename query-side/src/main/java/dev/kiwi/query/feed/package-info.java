/** Answers about news, streams, videos and the community's events. */
@NullMarked
package dev.kiwi.query.feed;

import org.jspecify.annotations.NullMarked;
