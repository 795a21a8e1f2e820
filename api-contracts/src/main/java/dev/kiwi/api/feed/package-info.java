/** What is relayed from upstream: news, streams, videos, the community's events, releases of the desktop app. */
@NullMarked
package dev.kiwi.api.feed;

import org.jspecify.annotations.NullMarked;
