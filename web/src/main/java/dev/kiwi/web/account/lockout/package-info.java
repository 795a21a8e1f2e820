/** Locking an address after too many failed logins (platform.md 3.6). */
@NullMarked
package dev.kiwi.web.account.lockout;

import org.jspecify.annotations.NullMarked;
