/** Sessions: the aggregate, and what it holds in the table of claims. */
@NullMarked
package dev.kiwi.command.session;

import org.jspecify.annotations.NullMarked;
