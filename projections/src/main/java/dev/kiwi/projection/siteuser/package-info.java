/** Read model of site users: one row each, with handles, sessions and incidents; all gone when the site user is erased. */
@NullMarked
package dev.kiwi.projection.siteuser;

import org.jspecify.annotations.NullMarked;
