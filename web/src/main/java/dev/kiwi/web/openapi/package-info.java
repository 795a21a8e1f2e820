/** The OpenAPI document and the public configuration. */
@NullMarked
package dev.kiwi.web.openapi;

import org.jspecify.annotations.NullMarked;
