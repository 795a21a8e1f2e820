/** Accounts: who may log in. Commands, events, queries and their results. */
@NullMarked
package dev.kiwi.api.account;

import org.jspecify.annotations.NullMarked;
