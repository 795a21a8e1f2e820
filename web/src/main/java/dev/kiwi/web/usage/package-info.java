/** Recording the requests of API tokens, and telling their owners and administrators about them. */
@NullMarked
package dev.kiwi.web.usage;

import org.jspecify.annotations.NullMarked;
