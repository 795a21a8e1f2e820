/** How long the ranking of builds takes. */
@NullMarked
package dev.kiwi.bench.builds;

import org.jspecify.annotations.NullMarked;
