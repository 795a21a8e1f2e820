/** Views of the showcase site's pages: what is recorded of each, and the question about them. */
@NullMarked
package dev.kiwi.api.pageview;

import org.jspecify.annotations.NullMarked;
