/** What a benchmark puts beside Kiwi into Kiwi's own process; found by Kiwi's component scan when this jar is on the class path. */
@NullMarked
package dev.kiwi.bench.annex;

import org.jspecify.annotations.NullMarked;
