/** Sending a query: handlers run on virtual threads, so they may block. */
@NullMarked
package dev.kiwi.query.dispatch;

import org.jspecify.annotations.NullMarked;
