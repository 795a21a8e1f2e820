/** The ingest log as Mongo documents, kept for 30 days. */
@NullMarked
package dev.kiwi.projection.ingest;

import org.jspecify.annotations.NullMarked;
