/** Stat tables, classes and the coefficient over HTTP. */
@NullMarked
package dev.kiwi.web.stat;

import org.jspecify.annotations.NullMarked;
