/** What the admin sees of the blob store. */
@NullMarked
package dev.kiwi.web.blob;

import org.jspecify.annotations.NullMarked;
