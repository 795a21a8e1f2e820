/** What all ingests of bots have in common: the uploaded file, and the row in the ingest log. */
@NullMarked
package dev.kiwi.web.submission;

import org.jspecify.annotations.NullMarked;
