/** The ingest log over HTTP. Other contexts write to it by sending {@link dev.kiwi.api.ingest.RecordSubmission}. */
@NullMarked
package dev.kiwi.web.ingest;

import org.jspecify.annotations.NullMarked;
