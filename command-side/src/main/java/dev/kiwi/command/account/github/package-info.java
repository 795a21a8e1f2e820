/** Logins at GitHub: what is asked of it, and how they fail. */
@NullMarked
package dev.kiwi.command.account.github;

import org.jspecify.annotations.NullMarked;
