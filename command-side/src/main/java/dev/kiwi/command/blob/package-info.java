/** The content-addressed blob store: big payloads live here, events carry their SHA-256. */
@NullMarked
package dev.kiwi.command.blob;

import org.jspecify.annotations.NullMarked;
