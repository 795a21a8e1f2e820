/** The log of requests with API tokens, and their number and duration an hour. */
@NullMarked
package dev.kiwi.projection.usage;

import org.jspecify.annotations.NullMarked;
