/**
 * The process as data: rings, ladder, moves with their criteria and modes, freshness bounds, what a late fix voids. Typed values
 * only, no expression language. How a criterion is judged is not known here.
 */
@NullMarked
package io.signalbox.domain.policy;

import org.jspecify.annotations.NullMarked;
