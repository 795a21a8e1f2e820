/** Reference tables of stats. */
@NullMarked
package dev.kiwi.query.stat;

import org.jspecify.annotations.NullMarked;
