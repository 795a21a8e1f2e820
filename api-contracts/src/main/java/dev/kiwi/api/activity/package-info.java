/** How many people play, and which classes: derived from the captures of the leaderboards (activity.md). */
@NullMarked
package dev.kiwi.api.activity;

import org.jspecify.annotations.NullMarked;
