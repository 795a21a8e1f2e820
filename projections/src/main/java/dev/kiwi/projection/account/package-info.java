/** Read model of accounts: one row each, gone when the account is erased. */
@NullMarked
package dev.kiwi.projection.account;

import org.jspecify.annotations.NullMarked;
