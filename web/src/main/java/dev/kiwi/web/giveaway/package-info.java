/** Giveaways over HTTP: public lists, entries of site users, draws to check, and what administrators do. */
@NullMarked
package dev.kiwi.web.giveaway;

import org.jspecify.annotations.NullMarked;
