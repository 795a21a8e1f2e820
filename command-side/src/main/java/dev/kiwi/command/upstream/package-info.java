/** Calls to services of others. */
@NullMarked
package dev.kiwi.command.upstream;

import org.jspecify.annotations.NullMarked;
