/** What the admin sees of scheduled work. */
@NullMarked
package dev.kiwi.web.schedule;

import org.jspecify.annotations.NullMarked;
