/** The runnable application: command line, configuration, stores, start and stop. */
@NullMarked
package dev.kiwi.web.app;

import org.jspecify.annotations.NullMarked;
