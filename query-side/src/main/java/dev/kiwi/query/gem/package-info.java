/** Gems: pure calculators over tables; a gem is the caller's, nothing is stored. */
@NullMarked
package dev.kiwi.query.gem;

import org.jspecify.annotations.NullMarked;
