/** One structured line per log record, with the request id. */
@NullMarked
package dev.kiwi.web.logging;

import org.jspecify.annotations.NullMarked;
