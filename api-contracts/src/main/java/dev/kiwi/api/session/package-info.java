/** Sessions: one login on one device. Commands and events. */
@NullMarked
package dev.kiwi.api.session;

import org.jspecify.annotations.NullMarked;
