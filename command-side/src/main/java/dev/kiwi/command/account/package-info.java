/** Accounts: the aggregate, its rules, password hashing and the first administrator. */
@NullMarked
package dev.kiwi.command.account;

import org.jspecify.annotations.NullMarked;
