/** The content of the documentation: chapters in Markdown, the reference and {@code llms.txt} from the OpenAPI document. */
@NullMarked
package dev.kiwi.web.guide;

import org.jspecify.annotations.NullMarked;
