/** Who may call a route: one annotation on each handler method, enforced before anything else reads the request. */
@NullMarked
package dev.kiwi.web.gate;

import org.jspecify.annotations.NullMarked;
