/** Use of the API by tokens: what is recorded of each request, and the questions about it. */
@NullMarked
package dev.kiwi.api.usage;

import org.jspecify.annotations.NullMarked;
