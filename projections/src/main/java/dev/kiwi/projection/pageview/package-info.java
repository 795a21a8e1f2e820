/** The log of page views, and how often each visitor saw each page a day. */
@NullMarked
package dev.kiwi.projection.pageview;

import org.jspecify.annotations.NullMarked;
