/** What every bounded context agrees on: event names, personal data marks, refusals, actors and pages. */
@NullMarked
package dev.kiwi.api.kernel;

import org.jspecify.annotations.NullMarked;
