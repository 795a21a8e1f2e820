/** From the start of the process to its ready line, and what it then holds of memory. */
@NullMarked
package dev.kiwi.bench.startup;

import org.jspecify.annotations.NullMarked;
