/** The history of everything that happened, as administrators search it. */
@NullMarked
package dev.kiwi.api.audit;

import org.jspecify.annotations.NullMarked;
