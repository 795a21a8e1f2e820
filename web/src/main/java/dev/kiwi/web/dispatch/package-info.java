/** Between controllers and the buses: context, position headers, off the event loop. */
@NullMarked
package dev.kiwi.web.dispatch;

import org.jspecify.annotations.NullMarked;
