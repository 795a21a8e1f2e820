/** Counting the views of the showcase site's pages, without cookies and without keeping who it was. */
@NullMarked
package dev.kiwi.web.pageview;

import org.jspecify.annotations.NullMarked;
