/** Settings that an administrator changes while Kiwi runs: what there are, commands, events, and how to read them. */
@NullMarked
package dev.kiwi.api.config;

import org.jspecify.annotations.NullMarked;
