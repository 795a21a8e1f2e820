/** What signing in at a provider of identities takes, whoever's sign-in it is. */
@NullMarked
package dev.kiwi.web.oauth;

import org.jspecify.annotations.NullMarked;
