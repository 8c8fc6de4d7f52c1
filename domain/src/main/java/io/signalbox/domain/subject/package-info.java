/** The things that the engine moves, and their natural ids. Knows nothing of what state they are in. */
@NullMarked
package io.signalbox.domain.subject;

import org.jspecify.annotations.NullMarked;
