/** Ranking of builds: how the procs of a set of gems may lie, and what comes of it. */
@NullMarked
package dev.kiwi.query.gem.build;

import org.jspecify.annotations.NullMarked;
