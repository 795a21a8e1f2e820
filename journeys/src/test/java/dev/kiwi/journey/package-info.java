/** People in a real browser against a real process: what each of them does, on a desktop and on a phone, in light and dark. */
@NullMarked
package dev.kiwi.journey;

import org.jspecify.annotations.NullMarked;
