/** Sessions: one login on one device. Commands, events, queries and their results. */
@NullMarked
package dev.kiwi.api.session;

import org.jspecify.annotations.NullMarked;
