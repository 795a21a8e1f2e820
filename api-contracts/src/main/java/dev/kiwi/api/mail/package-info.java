/** Mail: what other contexts may have sent beside what follows from their events. */
@NullMarked
package dev.kiwi.api.mail;

import org.jspecify.annotations.NullMarked;
