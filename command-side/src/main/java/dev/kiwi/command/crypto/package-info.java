/** Keys derived from the root secret, and the personal data that is encrypted per data subject (design 3.3). */
@NullMarked
package dev.kiwi.command.crypto;

import org.jspecify.annotations.NullMarked;
