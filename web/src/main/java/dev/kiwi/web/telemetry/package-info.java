/** Recording what decides nothing: buffered, written in batches, never in the way of a request (ADR 0021). */
@NullMarked
package dev.kiwi.web.telemetry;

import org.jspecify.annotations.NullMarked;
