/** Questions about site users, their handles, claims and sessions. */
@NullMarked
package dev.kiwi.query.siteuser;

import org.jspecify.annotations.NullMarked;
