/** Routes of the history. */
@NullMarked
package dev.kiwi.web.audit;

import org.jspecify.annotations.NullMarked;
