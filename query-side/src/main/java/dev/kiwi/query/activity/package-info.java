/** What is asked of the activity of players and classes. */
@NullMarked
package dev.kiwi.query.activity;

import org.jspecify.annotations.NullMarked;
