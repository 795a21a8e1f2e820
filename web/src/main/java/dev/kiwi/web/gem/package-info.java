/** The gem simulator, evaluator and build ranker over HTTP. Nothing is stored. */
@NullMarked
package dev.kiwi.web.gem;

import org.jspecify.annotations.NullMarked;
