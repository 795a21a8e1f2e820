/** The operator's commands: {@code projections}, {@code replay}, {@code verify}, {@code backup}, {@code restore}. */
@NullMarked
package dev.kiwi.web.cli;

import org.jspecify.annotations.NullMarked;
