/** Reading the ingest log. */
@NullMarked
package dev.kiwi.query.ingest;

import org.jspecify.annotations.NullMarked;
