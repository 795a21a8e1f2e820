/** What browsers and Kiwi say to each other about passkeys, and the challenges in between. */
@NullMarked
package dev.kiwi.web.account.passkey;

import org.jspecify.annotations.NullMarked;
