/** Liveness, readiness with one component per store and projection, and who may see the metrics. */
@NullMarked
package dev.kiwi.web.health;

import org.jspecify.annotations.NullMarked;
