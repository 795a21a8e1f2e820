/** Operating projections over HTTP. */
@NullMarked
package dev.kiwi.web.projection;

import org.jspecify.annotations.NullMarked;
