/**
 * Judges a run afterwards by what the journal says, and by what the outside logged where that is known. Uses none of the engine's
 * conclusions.
 */
@NullMarked
package io.signalbox.audit;

import org.jspecify.annotations.NullMarked;
