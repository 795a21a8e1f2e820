/** API tokens: the aggregate, its rules and the IP allowlist. */
@NullMarked
package dev.kiwi.command.token;

import org.jspecify.annotations.NullMarked;
