/** Questions about accounts. */
@NullMarked
package dev.kiwi.query.account;

import org.jspecify.annotations.NullMarked;
