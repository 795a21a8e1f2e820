/** Settings in force on this node, and changing them over HTTP. Other contexts ask {@link dev.kiwi.api.config.RuntimeSettings}. */
@NullMarked
package dev.kiwi.web.config;

import org.jspecify.annotations.NullMarked;
