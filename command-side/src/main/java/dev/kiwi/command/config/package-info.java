/** Overrides of settings: the aggregate, its rules, and reading what is committed. */
@NullMarked
package dev.kiwi.command.config;

import org.jspecify.annotations.NullMarked;
