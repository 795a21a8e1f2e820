/** What is held of a person, to take along: each context adds its part. */
@NullMarked
package dev.kiwi.web.export;

import org.jspecify.annotations.NullMarked;
