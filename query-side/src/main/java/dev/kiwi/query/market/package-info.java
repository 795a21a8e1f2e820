/** What is asked of the marketplace. */
@NullMarked
package dev.kiwi.query.market;

import org.jspecify.annotations.NullMarked;
