/** Questions about the use of the API by tokens. */
@NullMarked
package dev.kiwi.query.usage;

import org.jspecify.annotations.NullMarked;
