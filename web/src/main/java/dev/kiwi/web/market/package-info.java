/** The marketplace over HTTP: a bot posts scrapes, clients read listings, administrators choose what is stored. */
@NullMarked
package dev.kiwi.web.market;

import org.jspecify.annotations.NullMarked;
