/** Kills Kiwi again and again and checks that nothing acknowledged is lost. */
@NullMarked
package dev.kiwi.bench.crash;

import org.jspecify.annotations.NullMarked;
