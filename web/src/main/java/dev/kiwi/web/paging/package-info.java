/** Lists in pages, by cursor or by offset, and weak ETags for reads. */
@NullMarked
package dev.kiwi.web.paging;

import org.jspecify.annotations.NullMarked;
