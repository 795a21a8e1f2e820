/** What families of refresh tokens have in common, whoever's sessions they are. */
@NullMarked
package dev.kiwi.command.refresh;

import org.jspecify.annotations.NullMarked;
