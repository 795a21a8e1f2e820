/** Keys for single purposes, derived from the one root secret. */
@NullMarked
package dev.kiwi.command.secret;

import org.jspecify.annotations.NullMarked;
