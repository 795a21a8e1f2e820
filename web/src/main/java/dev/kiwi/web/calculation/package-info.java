/** Where calculators run that ask no store. */
@NullMarked
package dev.kiwi.web.calculation;

import org.jspecify.annotations.NullMarked;
