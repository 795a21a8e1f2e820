/** The least application of Spring Boot with WebFlux that answers a request. */
@NullMarked
package dev.kiwi.bench.empty;

import org.jspecify.annotations.NullMarked;
