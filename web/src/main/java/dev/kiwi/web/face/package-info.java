/** The faces that people meet in a browser: portal, showcase site and documentation (web.md; ADR 0034). */
@NullMarked
package dev.kiwi.web.face;

import org.jspecify.annotations.NullMarked;
