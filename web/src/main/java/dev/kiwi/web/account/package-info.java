/** Signing up, logging in, and what people do with their own accounts. */
@NullMarked
package dev.kiwi.web.account;

import org.jspecify.annotations.NullMarked;
