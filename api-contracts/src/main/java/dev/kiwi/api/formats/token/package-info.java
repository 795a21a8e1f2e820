/** Text forms of secrets that clients hold: API tokens and refresh tokens. Pure functions. */
@NullMarked
package dev.kiwi.api.formats.token;

import org.jspecify.annotations.NullMarked;
