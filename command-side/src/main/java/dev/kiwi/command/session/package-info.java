/** Sessions: the aggregate. */
@NullMarked
package dev.kiwi.command.session;

import org.jspecify.annotations.NullMarked;
