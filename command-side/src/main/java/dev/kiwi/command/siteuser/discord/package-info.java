/** Signing in with Discord: who somebody is there. */
@NullMarked
package dev.kiwi.command.siteuser.discord;

import org.jspecify.annotations.NullMarked;
