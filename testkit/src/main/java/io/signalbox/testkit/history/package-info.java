/** Judges a run afterwards from what the outside logged and what the journal says. Uses none of the engine's conclusions. */
@NullMarked
package io.signalbox.testkit.history;

import org.jspecify.annotations.NullMarked;
