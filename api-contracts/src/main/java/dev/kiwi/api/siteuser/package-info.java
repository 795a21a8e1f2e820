/** Site users: people of the public website, who sign in with Discord. Commands, events, queries and their results. */
@NullMarked
package dev.kiwi.api.siteuser;

import org.jspecify.annotations.NullMarked;
