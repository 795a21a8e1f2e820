/** Accounts: the aggregates, their rules, passwords, second factors, links in mails and the first administrator. */
@NullMarked
package dev.kiwi.command.account;

import org.jspecify.annotations.NullMarked;
