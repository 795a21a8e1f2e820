/** The ingest log's write side: each submission is an aggregate of one event. */
@NullMarked
package dev.kiwi.command.ingest;

import org.jspecify.annotations.NullMarked;
