/** The list of supporters. */
@NullMarked
package dev.kiwi.command.misc;

import org.jspecify.annotations.NullMarked;
