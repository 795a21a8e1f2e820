/** Questions about sessions and security incidents. */
@NullMarked
package dev.kiwi.query.session;

import org.jspecify.annotations.NullMarked;
