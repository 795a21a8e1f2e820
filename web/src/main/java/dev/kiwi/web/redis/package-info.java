/** One non-blocking link to Redis for all of a node: it connects in the background and never makes a caller wait for that. */
@NullMarked
package dev.kiwi.web.redis;

import org.jspecify.annotations.NullMarked;
