/** What it costs to know who calls. */
@NullMarked
package dev.kiwi.bench.auth;

import org.jspecify.annotations.NullMarked;
