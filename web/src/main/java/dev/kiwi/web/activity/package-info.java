/** The activity of players and classes over HTTP. */
@NullMarked
package dev.kiwi.web.activity;

import org.jspecify.annotations.NullMarked;
