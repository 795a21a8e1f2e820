/** Refreshing, listing and ending sessions. */
@NullMarked
package dev.kiwi.web.session;

import org.jspecify.annotations.NullMarked;
