/** Several processes of Kiwi on shared stores, on this machine: for tests and demos. */
@NullMarked
package dev.kiwi.bench.cluster;

import org.jspecify.annotations.NullMarked;
