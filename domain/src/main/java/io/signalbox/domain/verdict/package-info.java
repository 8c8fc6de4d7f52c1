/** The six things that can be said of a condition, and the names of conditions. */
@NullMarked
package io.signalbox.domain.verdict;

import org.jspecify.annotations.NullMarked;
