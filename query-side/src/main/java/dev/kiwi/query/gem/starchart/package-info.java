/** The star chart: a tree of bonuses, and the codes in which people hand on what they chose of it. */
@NullMarked
package dev.kiwi.query.gem.starchart;

import org.jspecify.annotations.NullMarked;
