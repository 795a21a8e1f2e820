/** Benchmarks: each figure beside a baseline measured in the same run; and the crash loop. */
@NullMarked
package dev.kiwi.bench;

import org.jspecify.annotations.NullMarked;
