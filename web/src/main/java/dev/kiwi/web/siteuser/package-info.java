/** The website's people: signing in with Discord, their sessions, their claims of players, and their administration. */
@NullMarked
package dev.kiwi.web.siteuser;

import org.jspecify.annotations.NullMarked;
