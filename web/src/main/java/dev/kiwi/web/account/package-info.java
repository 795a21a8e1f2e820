/** Logging in and reading one's own account. */
@NullMarked
package dev.kiwi.web.account;

import org.jspecify.annotations.NullMarked;
