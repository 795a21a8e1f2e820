/** Site users and their sessions: the aggregates, and what they hold in the table of claims. */
@NullMarked
package dev.kiwi.command.siteuser;

import org.jspecify.annotations.NullMarked;
