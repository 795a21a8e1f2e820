/** Questions about the views of the showcase site's pages. */
@NullMarked
package dev.kiwi.query.pageview;

import org.jspecify.annotations.NullMarked;
