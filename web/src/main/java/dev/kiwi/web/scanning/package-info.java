/** Secret scanning: who finds a token in public reports it here, and it is revoked (platform.md 14). */
@NullMarked
package dev.kiwi.web.scanning;

import org.jspecify.annotations.NullMarked;
