/** What a decision says: the next state, the actions, what happened, and the outlook of each possible move with its guard. */
@NullMarked
package io.signalbox.domain.decision;

import org.jspecify.annotations.NullMarked;
