/** What every request and answer goes through: request id, errors, CORS, security headers, body caps, client address. */
@NullMarked
package dev.kiwi.web.http;

import org.jspecify.annotations.NullMarked;
